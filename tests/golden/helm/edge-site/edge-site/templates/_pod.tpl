{{/* What every container has. Call with the service. */}}
{{- define "chart.containerStandards" -}}
imagePullPolicy: {{ .imagePullPolicy | quote }}
securityContext:
  {{- toYaml .securityContext | nindent 2 }}
terminationMessagePolicy: FallbackToLogsOnError
{{- end }}

{{- define "chart.image" -}}
{{- if .digest -}}
{{ printf "%s:%s@%s" .repository .tag .digest }}
{{- else -}}
{{ printf "%s:%s" .repository .tag }}
{{- end -}}
{{- end }}

{{/* Call this and the rest with (dict "root" $ "name" $name "svc" $svc). */}}
{{- define "chart.mainContainer" -}}
{{- with .svc.args }}
args:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .svc.command }}
command:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .svc.podFields }}
env:
  {{- range $variable, $field := . }}
  - name: {{ $variable | quote }}
    valueFrom:
      fieldRef:
        fieldPath: {{ $field | quote }}
  {{- end }}
{{- end }}
{{- if .svc.config }}
envFrom:
  - configMapRef:
      name: {{ .name | quote }}
{{- end }}
image: {{ include "chart.image" .svc.image | quote }}
{{- if and .svc.preStopSeconds (not .svc.schedule) }}
lifecycle:
  preStop:
    sleep:
      seconds: {{ int64 .svc.preStopSeconds }}
{{- end }}
name: {{ .name | quote }}
{{- $own := list }}
{{- range .svc.ports }}
{{- if not .sidecar }}
{{- $own = append $own . }}
{{- end }}
{{- end }}
{{- with $own }}
ports:
  {{- range . }}
  - containerPort: {{ int64 .container }}
    name: {{ .name | quote }}
    protocol: TCP
  {{- end }}
{{- end }}
{{- range $question, $probe := .svc.probes }}
{{ $question }}Probe:
  {{- toYaml $probe | nindent 2 }}
{{- end }}
resources:
  {{- toYaml .svc.resources | nindent 2 }}
volumeMounts:
  {{- range .svc.scratch }}
  - mountPath: {{ .path | quote }}
    name: {{ .name | quote }}
  {{- end }}
  {{- with .svc.credentials }}
  - mountPath: {{ .path | quote }}
    name: credentials
    readOnly: true
  {{- end }}
  {{- with .svc.files }}
  - mountPath: {{ .path | quote }}
    name: files
    readOnly: true
  {{- end }}
  {{- with .svc.volume }}
  - mountPath: {{ .path | quote }}
    name: storage
  {{- end }}
  {{- range .svc.sharedVolumes }}
  - mountPath: {{ .path | quote }}
    name: {{ .claim | quote }}
  {{- end }}
  {{- if .svc.clusterReads }}
  - mountPath: /var/run/secrets/kubernetes.io/serviceaccount
    name: cluster-access
    readOnly: true
  {{- end }}
{{ include "chart.containerStandards" .svc }}
{{- end }}

{{- define "chart.volumes" -}}
{{- range .svc.scratch }}
- emptyDir:
    {{- if .inMemory }}
    medium: Memory
    {{- end }}
    sizeLimit: {{ .size | quote }}
  name: {{ .name | quote }}
{{- end }}
{{- if .svc.credentials }}
- name: credentials
  secret:
    defaultMode: 288
    secretName: {{ .name | quote }}
{{- end }}
{{- if .svc.files }}
- configMap:
    defaultMode: 288
    name: {{ printf "%s-files" .name | quote }}
  name: files
{{- end }}
{{- if and .svc.volume (ne .svc.workload "stateful-set") }}
- name: storage
  persistentVolumeClaim:
    claimName: {{ printf "%s-storage" .name | quote }}
{{- end }}
{{- range .svc.sharedVolumes }}
- name: {{ .claim | quote }}
  persistentVolumeClaim:
    claimName: {{ .claim | quote }}
{{- end }}
{{- if .svc.clusterReads }}
- name: cluster-access
  projected:
    defaultMode: 288
    sources:
      - serviceAccountToken:
          expirationSeconds: 3600
          path: token
      - configMap:
          items:
            - key: ca.crt
              path: ca.crt
          name: kube-root-ca.crt
{{- end }}
{{- end }}

{{- define "chart.affinity" -}}
nodeAffinity:
  requiredDuringSchedulingIgnoredDuringExecution:
    nodeSelectorTerms:
      - matchExpressions:
          - key: kubernetes.io/os
            operator: In
            values:
              - linux
podAntiAffinity:
  preferredDuringSchedulingIgnoredDuringExecution:
    - podAffinityTerm:
        labelSelector:
          matchLabels:
            {{- include "chart.selectorLabels" . | nindent 12 }}
        topologyKey: kubernetes.io/hostname
      weight: 100
{{- end }}

{{- define "chart.podTemplate" -}}
metadata:
  annotations:
    helm.sh/config-checksum: {{ list .svc.config .svc.files | toJson | sha256sum | quote }}
  labels:
    {{- include "chart.podLabels" . | nindent 4 }}
spec:
  affinity:
    {{- include "chart.affinity" . | nindent 4 }}
  automountServiceAccountToken: false
  containers:
    - {{- include "chart.mainContainer" . | nindent 6 }}
    {{- $standards := include "chart.containerStandards" .svc | fromYaml }}
    {{- range .svc.sidecars }}
    - {{- merge (deepCopy .) $standards | toYaml | nindent 6 }}
    {{- end }}
  dnsConfig:
    options:
      - name: ndots
        value: "2"
  enableServiceLinks: false
  {{- with .svc.initContainers }}
  initContainers:
    {{- range . }}
    - {{- merge (deepCopy .) $standards | toYaml | nindent 6 }}
    {{- end }}
  {{- end }}
  priorityClassName: {{ .root.Values.priorityClass.name | quote }}
  restartPolicy: {{ ternary "OnFailure" "Always" (hasKey .svc "schedule") }}
  securityContext:
    {{- toYaml .svc.podSecurityContext | nindent 4 }}
  serviceAccountName: {{ .name | quote }}
  terminationGracePeriodSeconds: {{ int64 .svc.graceSeconds }}
  {{- with .svc.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  topologySpreadConstraints:
    - labelSelector:
        matchLabels:
          {{- include "chart.selectorLabels" . | nindent 10 }}
      {{- if eq .svc.workload "deployment" }}
      matchLabelKeys:
        - pod-template-hash
      {{- end }}
      maxSkew: 1
      topologyKey: topology.kubernetes.io/zone
      whenUnsatisfiable: ScheduleAnyway
  volumes:
    {{- include "chart.volumes" . | trim | nindent 4 }}
{{- end }}
