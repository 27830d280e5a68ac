# KEDA looks at what waits for pods to scale them, and at nothing else.
data "aws_sqs_queue" "inbox" {
  for_each = toset([
    "order-platform-live-inbox",
  ])

  name = each.value
}

data "aws_iam_policy_document" "scale" {
  statement {
    actions   = ["sqs:GetQueueAttributes"]
    resources = [for queue in data.aws_sqs_queue.inbox : queue.arn]
  }
}

resource "aws_iam_role" "keda" {
  name_prefix        = "keda-"
  assume_role_policy = data.aws_iam_policy_document.pods.json
}

resource "aws_iam_role_policy" "keda" {
  name   = "look-at-what-waits"
  role   = aws_iam_role.keda.id
  policy = data.aws_iam_policy_document.scale.json
}

resource "aws_eks_pod_identity_association" "keda" {
  cluster_name    = var.cluster_name
  namespace       = "keda"
  service_account = "keda-operator"
  role_arn        = aws_iam_role.keda.arn
}
