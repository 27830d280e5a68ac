// SPDX-License-Identifier: Apache-2.0
#include "core/export/ci/workflow_texts.h"

namespace tideline {

std::string_view imagesWorkflow() {
    return R"yml(# Builds the image of each service of yours from services/NAME, and publishes what was scanned, with its bill of
# materials and a signature that names this workflow.
name: images
on:
  push:
    branches: [main]
    paths: ["services/**"]
permissions:
  contents: read
concurrency:
  group: images-${{ github.ref }}
  cancel-in-progress: false
jobs:
  image:
    runs-on: ubuntu-24.04
    timeout-minutes: 30
    permissions:
      contents: read
      id-token: write # the signature's identity
      packages: write # ghcr.io
    strategy:
      fail-fast: false
      matrix:
        service: [@SERVICES@]
    env:
      IMAGE: ghcr.io/${{ github.repository }}/${{ matrix.service }}
    steps:
@CHECKOUT@      - uses: docker/setup-buildx-action@b5ca514318bd6ebac0fb2aedd5d36ec1b5c232a2 # v3.10.0
      - uses: docker/login-action@74a5d142397b4f367a81961eba4e8cd7edddf772 # v3.4.0
        with:
          registry: ghcr.io
          username: ${{ github.actor }}
          password: ${{ secrets.GITHUB_TOKEN }}
      - name: Build
        uses: docker/build-push-action@263435318d21b8e681c14492fe198d362a7d2c83 # v6.18.0
        with:
          context: services/${{ matrix.service }}
          load: true
          tags: ${{ env.IMAGE }}:${{ github.sha }}
      - name: Scan
        uses: anchore/scan-action@e1165082ffb1fe366ebaf02d8526e7c4989ea9d2 # v7.4.0
        with:
          image: ${{ env.IMAGE }}:${{ github.sha }}
          fail-build: true
          only-fixed: true
          severity-cutoff: high
      - name: Publish
        id: publish
        uses: docker/build-push-action@263435318d21b8e681c14492fe198d362a7d2c83 # v6.18.0
        with:
          context: services/${{ matrix.service }}
          platforms: linux/amd64,linux/arm64
          push: true
          provenance: mode=max
          tags: ${{ env.IMAGE }}:${{ github.sha }}
      - name: Write the bill of materials
        uses: anchore/sbom-action@17ae1740179002c89186b61233e0f892c3118b11 # v0.23.0
        with:
          image: ${{ env.IMAGE }}@${{ steps.publish.outputs.digest }}
          format: spdx-json
          output-file: sbom.spdx.json
      - uses: sigstore/cosign-installer@d58896d6a1865668819e1d91763c7751a165e159 # v3.9.2
      - name: Sign
        env:
          REFERENCE: ${{ env.IMAGE }}@${{ steps.publish.outputs.digest }}
        run: |
          cosign sign --yes "$REFERENCE"
          cosign attest --yes --type spdxjson --predicate sbom.spdx.json "$REFERENCE"
          echo "\`$REFERENCE\`" >> "$GITHUB_STEP_SUMMARY"
)yml";
}

std::string_view deployWorkflowHead() {
    return R"yml(# Deploys one environment by hand. Its protection rules, and the variable AWS_ROLE_ARN of the role that this workflow
# may take, stand in the settings of the repository.
name: deploy
on:
  workflow_dispatch:
    inputs:
      environment:
        description: Where to
        type: choice
        required: true
        options: [@ENVIRONMENTS@]
permissions:
  contents: read
concurrency:
  group: deploy-${{ inputs.environment }}
  cancel-in-progress: false
jobs:
)yml";
}

std::string_view deployEdgeJob() {
    return R"yml(  edge:
    runs-on: ubuntu-24.04
    timeout-minutes: @MINUTES@
    environment: ${{ inputs.environment }}
    permissions:
      contents: read
      id-token: write # a role of AWS instead of a key
    defaults:
      run:
        working-directory: sam
    steps:
@CHECKOUT@@PYTHON@@TOOLS@@AWS@      - run: pip install aws-sam-cli==1.170.0
      - run: sam build
      - name: Deploy
        env:
          ENVIRONMENT: ${{ inputs.environment }}
@VARIABLES@        run: >-
          sam deploy --config-env "$ENVIRONMENT" --no-confirm-changeset --no-fail-on-empty-changeset
          --parameter-overrides "Stage=$ENVIRONMENT"
@PARAMETERS@)yml";
}

std::string_view deployCoreJob() {
    return R"yml(  core:
@NEEDS@    runs-on: ubuntu-24.04
    timeout-minutes: 30
    environment: ${{ inputs.environment }}
    permissions:
      contents: read
      id-token: write # a role of AWS instead of a key
    steps:
@CHECKOUT@@AWS@      - name: Apply
        env:
          CLUSTER: ${{ vars.EKS_CLUSTER }}
          ENVIRONMENT: ${{ inputs.environment }}
        run: |
          aws eks update-kubeconfig --region @REGION@ --name "$CLUSTER"
          kubectl apply --server-side -k "kubernetes/overlays/$ENVIRONMENT"
      - name: Wait until it runs
        run: |
@ROLLOUTS@)yml";
}

}  // namespace tideline
