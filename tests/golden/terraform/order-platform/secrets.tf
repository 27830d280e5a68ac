# Empty at first: a person writes their values, never Terraform, whose state would keep them.
resource "aws_secretsmanager_secret" "application" {
  for_each = toset([
    "order-platform/cache",
    "order-platform/gateway-tls",
    "order-platform/internal-tls",
    "order-platform/orders-db",
    "order-platform/search",
  ])

  name = each.value
}

# External Secrets reads the secrets of this application, and no others.
data "aws_iam_policy_document" "read_secrets" {
  statement {
    actions   = ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"]
    resources = [for secret in aws_secretsmanager_secret.application : secret.arn]
  }
}

resource "aws_iam_role" "external_secrets" {
  name_prefix        = "external-secrets-"
  assume_role_policy = data.aws_iam_policy_document.pods.json
}

resource "aws_iam_role_policy" "external_secrets" {
  name   = "read-secrets"
  role   = aws_iam_role.external_secrets.id
  policy = data.aws_iam_policy_document.read_secrets.json
}

resource "aws_eks_pod_identity_association" "external_secrets" {
  cluster_name    = var.cluster_name
  namespace       = "external-secrets"
  service_account = "external-secrets"
  role_arn        = aws_iam_role.external_secrets.arn
}
