variable "bot_principal" {
  description = "ARN of the role that ecr-why runs with, such as arn:aws:iam::999900001111:role/ecr-why"
  type        = string

  validation {
    condition     = can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/.+$", var.bot_principal))
    error_message = "Expected the ARN of a role, such as arn:aws:iam::999900001111:role/ecr-why."
  }
}

variable "external_id" {
  description = "externalId of this account in ecr-why.yml; it is no secret"
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_+=,.@:/-]{2,}$", var.external_id))
    error_message = "Expected two characters or more of A-Z a-z 0-9 _ + = , . @ : / -."
  }
}

variable "read_role_name" {
  description = "readRole of this account in ecr-why.yml"
  type        = string
  default     = "EcrWhyRead"
}

variable "fix_role_name" {
  description = "fixRole of this account in ecr-why.yml; null: no such role, and nothing can be changed"
  type        = string
  default     = "EcrWhyFix"
}

variable "permissions_boundary" {
  description = "ARN of a permissions boundary for both roles; null: none"
  type        = string
  default     = null
}
