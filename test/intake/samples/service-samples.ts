import { REGISTRY, type Sample } from './sample.ts';

export const SERVICE_SAMPLES: readonly Sample[] = [
  {
    name: 'Lambda, image missing',
    text: `An error occurred (InvalidParameterValueException) when calling the CreateFunction operation: Source image ${REGISTRY}/shop/cart:1.4.2 does not exist. Provide a valid source image.`,
    platform: 'lambda',
    symptom: 'not_found',
    image: `${REGISTRY}/shop/cart:1.4.2`,
  },
  {
    name: 'Lambda, not allowed',
    text: 'Lambda does not have permission to access the ECR image. Check the ECR permissions. (Service: Lambda, Status Code: 403, Request ID: 0)',
    platform: 'lambda',
    symptom: 'access_denied',
    image: null,
  },
  {
    name: 'Lambda, function state',
    text: 'The function does not have permission to access the specified image.',
    platform: 'lambda',
    symptom: 'access_denied',
    image: null,
  },
  {
    name: 'Lambda, media type',
    text: `InvalidParameterValueException: The image manifest, config or layer media type for the source image ${REGISTRY}/shop/cart@sha256:${'a'.repeat(64)} is not supported.`,
    platform: 'lambda',
    symptom: 'other',
    image: `${REGISTRY}/shop/cart@sha256:${'a'.repeat(64)}`,
  },
  {
    name: 'CodeBuild, denied',
    text: `BUILD_CONTAINER_UNABLE_TO_PULL_IMAGE: Unable to pull customer's container image. CannotPullContainerError: Error response from daemon: pull access denied for ${REGISTRY}/ci/build, repository does not exist or may require 'docker login': denied: User: arn:aws:sts::210987654321:assumed-role/ci/AWSCodeBuild is not authorized to perform: ecr:BatchGetImage on resource: arn:aws:ecr:eu-west-1:210987654321:repository/ci/build because no identity-based policy allows the ecr:BatchGetImage action`,
    platform: 'codebuild',
    symptom: 'access_denied',
    image: `${REGISTRY}/ci/build`,
  },
  {
    name: 'App Runner, role',
    text: 'Failed to pull your application image. Reason: Invalid Access Role in AuthenticationConfiguration',
    platform: 'apprunner',
    symptom: 'access_denied',
    image: null,
  },
  {
    name: 'App Runner, image',
    text: "[AppRunner] Failed to pull your application image. Reason: ECR image doesn't exist.",
    platform: 'apprunner',
    symptom: 'not_found',
    image: null,
  },
  {
    name: 'Batch',
    text: `{"jobArn": "arn:aws:batch:eu-west-1:345678901234:job/11111111-2222-3333-4444-555555555555", "status": "FAILED", "container": {"reason": "CannotPullContainerError: Error response from daemon: manifest for ${REGISTRY}/jobs/night:9 not found: manifest unknown: Requested image not found"}}`,
    platform: 'batch',
    symptom: 'not_found',
    image: `${REGISTRY}/jobs/night:9`,
  },
  {
    name: 'SageMaker',
    text: `ValidationException: The repository of your image ${REGISTRY}/ml/train:5 does not grant ecr:GetDownloadUrlForLayer, ecr:BatchGetImage, ecr:BatchCheckLayerAvailability permission to sagemaker.amazonaws.com service principal.`,
    platform: 'sagemaker',
    symptom: 'access_denied',
    image: `${REGISTRY}/ml/train:5`,
  },
  {
    name: 'Lambda does not take the image',
    text: `Resource handler returned message: "Source image ${REGISTRY}/shop/cart is not valid. \nProvide a valid source image. (Service: Lambda, Status Code: 400)"`,
    platform: 'lambda',
    symptom: 'other',
    image: `${REGISTRY}/shop/cart`,
  },
];
