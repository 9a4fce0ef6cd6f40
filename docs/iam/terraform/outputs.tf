output "read_role_arn" {
  description = "For readRole in ecr-why.yml"
  value       = aws_iam_role.read.arn
}

output "fix_role_arn" {
  description = "For fixRole in ecr-why.yml; null when there is no such role"
  value       = one(aws_iam_role.fix[*].arn)
}
