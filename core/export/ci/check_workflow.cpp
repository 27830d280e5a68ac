// SPDX-License-Identifier: Apache-2.0
#include "core/export/ci/workflow_texts.h"

namespace tideline {

std::string_view checkoutStep() {
    return R"yml(      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          persist-credentials: false
)yml";
}

std::string_view environmentMatrix() {
    return R"yml(    strategy:
      matrix:
        environment: [@ENVIRONMENTS@]
)yml";
}

std::string_view pythonStep() {
    return R"yml(      - uses: actions/setup-python@a26af69be951a213d495a4c3e4e4022e16d87065 # v5.6.0
        with:
          python-version: "3.13"
)yml";
}

std::string_view awsStep() {
    return R"yml(      - uses: aws-actions/configure-aws-credentials@7474bc4690e29a8392af63c5b98e7449536d5c3a # v4.3.1
        with:
          role-to-assume: ${{ vars.AWS_ROLE_ARN }}
          aws-region: @REGION@
)yml";
}

std::string_view checkWorkflowHead() {
    return R"yml(# Judges every change before a person does. It needs no secret and no right but to read.
name: check
on:
  pull_request:
  push:
    branches: [main]
permissions:
  contents: read
concurrency:
  group: check-${{ github.ref }}
  cancel-in-progress: true
jobs:
)yml";
}

std::string_view checkCoreJob() {
    return R"yml(  manifests:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
@MATRIX@    steps:
@CHECKOUT@      - name: Bring the judges
        run: |
          go install sigs.k8s.io/kustomize/kustomize/v5@v5.8.1
          go install github.com/yannh/kubeconform/cmd/kubeconform@v0.7.0
          go install github.com/zegl/kube-score/cmd/kube-score@v1.20.0
          echo "$(go env GOPATH)/bin" >> "$GITHUB_PATH"
      - name: Build the overlay
        env:
          ENVIRONMENT: ${{ matrix.environment }}
        run: kustomize build "kubernetes/overlays/$ENVIRONMENT" > built.yaml
      - name: Judge it
        run: |
          kubeconform -strict -summary -ignore-missing-schemas built.yaml
          kube-score score built.yaml
)yml";
}

std::string_view checkChartJob() {
    return R"yml(  chart:
    runs-on: ubuntu-24.04
    timeout-minutes: 10
@MATRIX@    steps:
@CHECKOUT@      - name: Bring Helm
        run: |
          go install helm.sh/helm/v4/cmd/helm@v4.2.4
          echo "$(go env GOPATH)/bin" >> "$GITHUB_PATH"
      - name: Judge the chart
        env:
          ENVIRONMENT: ${{ matrix.environment }}
        run: helm lint --strict helm/@APPLICATION@ --values "helm/@APPLICATION@/ci/$ENVIRONMENT-values.yaml"
)yml";
}

std::string_view checkEdgeJob() {
    return R"yml(  edge:
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    defaults:
      run:
        working-directory: sam
    steps:
@CHECKOUT@@PYTHON@@TOOLS@      - name: Bring the judges
        run: pip install cfn-lint==1.58.0
      - name: Judge the template
        run: cfn-lint --include-checks I --template template.yaml
      - name: Test the functions
        run: |
@TESTS@)yml";
}

std::string_view dependabotFile() {
    return R"yml(# Keeps the pinned commits of the actions fresh.
version: 2
updates:
  - package-ecosystem: github-actions
    directory: /
    schedule:
      interval: weekly
    groups:
      actions:
        patterns: ["*"]
)yml";
}

}  // namespace tideline
