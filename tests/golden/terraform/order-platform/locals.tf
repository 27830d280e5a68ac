locals {
  application = "order-platform"
  namespace   = "order-platform"
  owner       = "platform-team"
}
