# The two roles of ecr-why in one account. policies.tf.json beside this file is generated from the code.

terraform {
  required_version = ">= 1.3"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0"
    }
  }
}

data "aws_partition" "current" {}

data "aws_caller_identity" "current" {}

locals {
  partition = data.aws_partition.current.partition
  account   = data.aws_caller_identity.current.account_id
}

resource "aws_iam_role" "read" {
  name                 = var.read_role_name
  description          = "ecr-why looks why images cannot be pulled"
  max_session_duration = 3600
  permissions_boundary = var.permissions_boundary
  assume_role_policy   = jsonencode(local.read_trust)
}

resource "aws_iam_role_policy" "read" {
  name   = "ecr-why"
  role   = aws_iam_role.read.id
  policy = jsonencode(local.read_policy)
}

resource "aws_iam_role" "fix" {
  count = var.fix_role_name == null ? 0 : 1

  name                 = var.fix_role_name
  description          = "ecr-why applies a fix that a person has approved"
  max_session_duration = 3600
  permissions_boundary = var.permissions_boundary
  assume_role_policy   = jsonencode(local.fix_trust)
}

resource "aws_iam_role_policy" "fix" {
  count = var.fix_role_name == null ? 0 : 1

  name   = "ecr-why"
  role   = aws_iam_role.fix[0].id
  policy = jsonencode(local.fix_policy)
}
