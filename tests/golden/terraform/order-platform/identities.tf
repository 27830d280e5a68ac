# The SAM stack knows what each service may do; here its pods get that role.
data "aws_cloudformation_stack" "edge" {
  name = var.stack_name
}

locals {
  # service account = output of the stack with its role
  identities = {
    "live"     = "LiveCoreRoleArn"
    "orders"   = "OrdersCoreRoleArn"
    "payments" = "PaymentsCoreRoleArn"
    "users"    = "UsersCoreRoleArn"
  }
}

resource "aws_eks_pod_identity_association" "service" {
  # a service that calls nothing by its role has none in the stack
  for_each = {
    for account, output in local.identities : account => output
    if contains(keys(data.aws_cloudformation_stack.edge.outputs), output)
  }

  cluster_name    = var.cluster_name
  namespace       = local.namespace
  service_account = each.key
  role_arn        = data.aws_cloudformation_stack.edge.outputs[each.value]
}
