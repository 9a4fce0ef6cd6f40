import { from, type Dialect } from './dialect.ts';

export const APP_RUNNER: Dialect = {
  platform: 'apprunner',
  failures: from(
    'App Runner, service event log',
    'Failed to pull your application image',
    'Invalid Access Role in AuthenticationConfiguration',
  ),
  marks: from('App Runner', 'arn:aws:apprunner:', 'AWS::AppRunner::'),
};

export const CODE_BUILD: Dialect = {
  platform: 'codebuild',
  failures: from(
    'CodeBuild, build phases',
    // Without what follows it is only the name of an error.
    'BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE:',
    'status code: BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE',
    'BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE for image',
    'BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE when pulling',
    "Unable to pull customer's container image",
  ),
  marks: from(
    'CodeBuild',
    'BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE',
    'Phase context status code',
    'arn:aws:codebuild:',
    'codebuild.amazonaws.com',
    '[Container] ',
  ),
};

export const SAGE_MAKER: Dialect = {
  platform: 'sagemaker',
  failures: [
    ...from('SageMaker, CreateModel', 'does not grant ecr:'),
    ...from(
      'SageMaker, training and processing jobs',
      'Cannot pull algorithm container',
      'Cannot pull processing container',
    ),
    ...from('SageMaker, CreateModel', 'CreateModel operation: Requested image', 'CreateModel operation: ECR image'),
    ...from('SageMaker, CreateTrainingJob', 'Access denied for repository: ', 'Cannot find the requested image'),
    ...from('SageMaker, CreateEndpoint', 'make sure all images included in the model'),
  ],
  marks: from(
    'SageMaker',
    'arn:aws:sagemaker:',
    'sagemaker.amazonaws.com',
    'CreateModel operation',
    'CreateTrainingJob',
    'CreateProcessingJob',
    'Error for Processing job',
    'Error for Training job',
    'Error hosting endpoint',
  ),
};

export const LAMBDA: Dialect = {
  platform: 'lambda',
  failures: from(
    'Lambda, CreateFunction and UpdateFunctionCode',
    'Lambda does not have permission to access the ECR image',
    'function does not have permission to access the specified image',
    'does not exist. Provide a valid source image',
    'is not valid. Provide a valid source image',
    'CreateFunction: Provide a valid source image',
    'UpdateFunctionCode: Provide a valid source image',
    'media type for the source image',
    'image media type for the source image',
    'The image manifest, config or layer media type',
  ),
  marks: from(
    'Lambda',
    'arn:aws:lambda:',
    'AWS::Lambda::Function',
    'UpdateFunctionCode operation',
    'CreateFunction operation',
    'lambda.amazonaws.com',
  ),
};

export const BATCH: Dialect = {
  platform: 'batch',
  failures: [],
  marks: from(
    'AWS Batch',
    'arn:aws:batch:',
    'AWS Batch',
    'jobQueue',
    'jobDefinition',
    'batch job',
    'job definition',
    'job queue',
  ),
};
