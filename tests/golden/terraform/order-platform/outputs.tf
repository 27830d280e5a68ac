output "secrets" {
  description = "Secrets to be filled in, by name"
  value       = { for name, secret in aws_secretsmanager_secret.application : name => secret.arn }
}

output "identities" {
  description = "Role of each service account"
  value       = { for account, link in aws_eks_pod_identity_association.service : account => link.role_arn }
}
