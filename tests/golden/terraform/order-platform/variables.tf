variable "region" {
  description = "Region of the account"
  type        = string
  default     = "us-east-1"
}

variable "stage" {
  description = "Environment: dev, staging or prod"
  type        = string
}

variable "cluster_name" {
  description = "EKS cluster that runs the core"
  type        = string
}

variable "install_pod_identity_agent" {
  description = "EKS Auto Mode has the agent built in; other clusters need the add-on"
  type        = bool
  default     = false
}

variable "stack_name" {
  description = "Stack of the SAM bundle, deployed without EksClusterName"
  type        = string
}
