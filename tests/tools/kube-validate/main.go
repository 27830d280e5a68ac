// SPDX-License-Identifier: Apache-2.0

// kube-validate CRD.yaml… - reads objects from standard input and has Kubernetes' own code judge them, as the API server
// does before it stores anything: strict decoding, defaults, the validation of each kind's strategy; for custom
// resources their structural schema, unknown members and CEL rules; and each pod by the restricted pod security
// standard. Prints a line a finding and ends with 1 where there is one.
package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"k8s.io/apimachinery/pkg/api/meta"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/util/yaml"
	genericapirequest "k8s.io/apiserver/pkg/endpoints/request"
	"k8s.io/apiserver/pkg/registry/rest"
	"k8s.io/kubernetes/pkg/apis/core"
	sigsyaml "sigs.k8s.io/yaml"
)

// A judged object: what it is called, and what is wrong with it.
type finding struct{ object, fault string }

func documents(source io.Reader) ([][]byte, error) {
	reader := yaml.NewYAMLReader(bufio.NewReader(source))
	var all [][]byte
	for {
		document, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		all = append(all, document)
	}
}

func judge(document []byte, custom customResources) (string, []string) {
	text, err := sigsyaml.YAMLToJSONStrict(document)
	if err != nil {
		return "a document", []string{err.Error()}
	}
	if string(text) == "null" {
		return "", nil
	}
	thing := &unstructured.Unstructured{}
	if err := thing.UnmarshalJSON(text); err != nil {
		return "a document", []string{err.Error()}
	}
	name := fmt.Sprintf("%s %s", thing.GetKind(), thing.GetName())
	if strategy, ok := strategies[thing.GroupVersionKind()]; ok {
		return name, builtIn(document, thing, strategy)
	}
	if custom.knows(thing.GroupVersionKind()) {
		return name, custom.judge(thing)
	}
	return name, []string{fmt.Sprintf("nothing here knows %s", thing.GroupVersionKind())}
}

func contextOf(thing metav1.Object) context.Context {
	return genericapirequest.WithNamespace(genericapirequest.NewContext(), thing.GetNamespace())
}

func builtIn(document []byte, thing *unstructured.Unstructured, strategy rest.RESTCreateStrategy) []string {
	object, _, err := strictDecoder.Decode(document, nil, nil)
	if err != nil {
		return []string{err.Error()}
	}
	metadata, err := meta.Accessor(object)
	if err != nil {
		return []string{err.Error()}
	}
	rest.FillObjectMetaSystemFields(metadata)
	if service, ok := object.(*core.Service); ok && service.Spec.ClusterIP != "" {
		// The server's allocator keeps the list and its first address alike.
		service.Spec.ClusterIPs = []string{service.Spec.ClusterIP}
	}
	if err := rest.BeforeCreate(strategy, contextOf(thing), object); err != nil {
		return []string{err.Error()}
	}
	return podSecurity(object)
}

func main() {
	custom, err := readCustomResources(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	all, err := documents(os.Stdin)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	judged, failed := 0, false
	for _, document := range all {
		name, faults := judge(document, custom)
		if name != "" {
			judged++
		}
		for _, fault := range faults {
			failed = true
			fmt.Printf("%s: %s\n", name, fault)
		}
	}
	fmt.Printf("%d objects\n", judged)
	if failed || judged == 0 {
		os.Exit(1)
	}
}
