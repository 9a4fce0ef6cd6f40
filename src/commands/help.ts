export const HELP = `ecr-why: finds out why a container image cannot be pulled from Amazon ECR

  ecr-why why <image | -> [--cluster C --service S | --task ARN | --role ARN | --workload ARN |
                           --eks-cluster C [--node N | --nodegroup G | --namespace S]]
                          [--account A] [--region R] [--world W] [--json]
      Diagnoses one pull. "-" reads a pasted message from standard input; the image may be left out when the
      workload names it. --workload: a Lambda function, a Batch job, a CodeBuild project, an App Runner service.
      --account and --region say where the workload is. --world answers from the sandbox.
  ecr-why doctor [--world W] [--json]
      Tries every account, Region, role and permission of ecr-why.yml and prints what is missing, and what to add.
      Changes nothing. Exit status 1 when something is missing.
  ecr-why parse [--jsonl]
      Reads a message from standard input and prints what it says. --jsonl: {"id","text"} a line in, one line out for each.
  ecr-why worlds [--json]
      Lists the worlds of the sandbox.
  ecr-why sandbox [--port 3141]
      Serves a local workspace with the real bot in it; needs no account anywhere.
  ecr-why start [--only slack|worker]
      Runs the bot. Needs SLACK_BOT_TOKEN and SLACK_APP_TOKEN (or SLACK_SIGNING_SECRET); see docs/configuration.md.

  Example: ecr-why why 123456789012.dkr.ecr.us-east-1.amazonaws.com/my-app:v2.1.0 --cluster prod --service my-app
  Exit status: 0 a diagnosis was made, 1 ecr-why failed, 2 bad use.
`;
