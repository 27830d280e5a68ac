// SPDX-License-Identifier: Apache-2.0

package main

import (
	"context"
	"fmt"
	"math"
	"os"

	"k8s.io/apiextensions-apiserver/pkg/apis/apiextensions"
	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/cel"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/defaulting"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/schema/pruning"
	"k8s.io/apiextensions-apiserver/pkg/apiserver/validation"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	runtimeschema "k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/util/validation/field"
	"k8s.io/apimachinery/pkg/util/yaml"
	celconfig "k8s.io/apiserver/pkg/apis/cel"
)

// What the server knows of a kind once its definition is applied.
type customResource struct {
	structural *schema.Structural
	schema     validation.SchemaValidator
	rules      *cel.Validator
}

type customResources map[runtimeschema.GroupVersionKind]*customResource

func (all customResources) knows(kind runtimeschema.GroupVersionKind) bool { return all[kind] != nil }

func readCustomResources(files []string) (customResources, error) {
	all := customResources{}
	for _, name := range files {
		file, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		parts, err := documents(file)
		file.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		for _, part := range parts {
			if err := all.add(part); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		}
	}
	return all, nil
}

func (all customResources) add(document []byte) error {
	var definition apiextensionsv1.CustomResourceDefinition
	if err := yaml.Unmarshal(document, &definition); err != nil {
		return err
	}
	for _, version := range definition.Spec.Versions {
		if !version.Served || version.Schema == nil {
			continue
		}
		resource, err := customResourceOf(version.Schema)
		if err != nil {
			return fmt.Errorf("%s %s: %w", definition.Name, version.Name, err)
		}
		all[runtimeschema.GroupVersionKind{Group: definition.Spec.Group, Version: version.Name, Kind: definition.Spec.Names.Kind}] = resource
	}
	return nil
}

func customResourceOf(described *apiextensionsv1.CustomResourceValidation) (*customResource, error) {
	internal := &apiextensions.CustomResourceValidation{}
	if err := apiextensionsv1.Convert_v1_CustomResourceValidation_To_apiextensions_CustomResourceValidation(described, internal, nil); err != nil {
		return nil, err
	}
	structural, err := schema.NewStructural(internal.OpenAPIV3Schema)
	if err != nil {
		return nil, err
	}
	validator, _, err := validation.NewSchemaValidator(internal.OpenAPIV3Schema)
	if err != nil {
		return nil, err
	}
	return &customResource{structural, validator, cel.NewValidator(structural, true, celconfig.PerCallLimit)}, nil
}

func (all customResources) judge(thing *unstructured.Unstructured) []string {
	resource := all[thing.GroupVersionKind()]
	var faults []string
	pruned := pruning.PruneWithOptions(thing.DeepCopy().Object, resource.structural, true, schema.UnknownFieldPathOptions{TrackUnknownFieldPaths: true})
	for _, path := range pruned {
		faults = append(faults, fmt.Sprintf("unknown member %s", path))
	}
	object := thing.DeepCopy().Object
	defaulting.Default(object, resource.structural)
	errs := validation.ValidateCustomResource(nil, object, resource.schema)
	if resource.rules != nil {
		more, _ := resource.rules.Validate(context.Background(), nil, resource.structural, object, nil, math.MaxInt64)
		errs = append(errs, more...)
	}
	for _, err := range field.ErrorList(errs) {
		faults = append(faults, err.Error())
	}
	return faults
}
