// SPDX-License-Identifier: Apache-2.0
#include "core/export/sam/go_scaffold.h"

namespace tideline {

std::string_view goEdgeModule() {
    return R"go(package main

// What every function shares: logs in JSON, and doing the work of an event once.

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strconv"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb/types"
)

// Item is what travels between services: a JSON object.
type Item map[string]any

// id is the item's own, or "latest" where it has none.
func (item Item) id() string {
	if id, ok := item["id"]; ok && id != nil {
		return fmt.Sprint(id)
	}
	return "latest"
}

const (
	day         = 24 * time.Hour
	longestWork = @BUSY@ * time.Second // After it a run of this function has surely ended.
)

var (
	service = os.Getenv("POWERTOOLS_SERVICE_NAME")
	logger  = slog.New(slog.NewJSONHandler(os.Stdout, nil)).With("service", service)
)

// settings are the region and the credentials of this function, loaded once.
var settings = sync.OnceValue(func() aws.Config {
	loaded, err := config.LoadDefaultConfig(context.Background())
	if err != nil {
		panic(err)
	}
	return loaded
})

var dynamo = sync.OnceValue(func() *dynamodb.Client { return dynamodb.NewFromConfig(settings()) })

// errStillBusy says that another delivery of the same event is being worked on; this one has to come again.
var errStillBusy = errors.New("another delivery of this event is being worked on")

type claimed struct {
	state      string
	expiration time.Time
}

var remembered = map[string]claimed{} // Without a table, for the life of this process.

// claim tells whether nobody has worked on the event yet.
func claim(ctx context.Context, key string) (bool, error) {
	now := time.Now()
	table := os.Getenv("PROCESSED_TABLE")
	if table == "" {
		if known, ok := remembered[key]; ok && known.expiration.After(now) {
			return refuse(known.state)
		}
		remembered[key] = claimed{"busy", now.Add(longestWork)}
		return true, nil
	}
	_, err := dynamo().PutItem(ctx, &dynamodb.PutItemInput{
		TableName: &table,
		Item: map[string]types.AttributeValue{
			"id":         &types.AttributeValueMemberS{Value: key},
			"state":      &types.AttributeValueMemberS{Value: "busy"},
			"expiration": seconds(now.Add(longestWork)),
		},
		ConditionExpression:                 aws.String("attribute_not_exists(id) OR expiration < :now"),
		ExpressionAttributeValues:           map[string]types.AttributeValue{":now": seconds(now)},
		ReturnValuesOnConditionCheckFailure: types.ReturnValuesOnConditionCheckFailureAllOld,
	})
	var refused *types.ConditionalCheckFailedException
	if !errors.As(err, &refused) {
		return err == nil, err
	}
	if state, ok := refused.Item["state"].(*types.AttributeValueMemberS); ok {
		return refuse(state.Value)
	}
	return false, nil
}

func refuse(state string) (bool, error) {
	if state == "busy" {
		return false, errStillBusy
	}
	return false, nil
}

func settle(ctx context.Context, key, state string, keep time.Duration) error {
	expiration := time.Now().Add(keep)
	table := os.Getenv("PROCESSED_TABLE")
	if table == "" {
		remembered[key] = claimed{state, expiration}
		return nil
	}
	_, err := dynamo().UpdateItem(ctx, &dynamodb.UpdateItemInput{
		TableName:                &table,
		Key:                      map[string]types.AttributeValue{"id": &types.AttributeValueMemberS{Value: key}},
		UpdateExpression:         aws.String("SET #state = :state, expiration = :expiration"),
		ExpressionAttributeNames: map[string]string{"#state": "state"},
		ExpressionAttributeValues: map[string]types.AttributeValue{
			":state":      &types.AttributeValueMemberS{Value: state},
			":expiration": seconds(expiration),
		},
	})
	return err
}

func seconds(moment time.Time) types.AttributeValue {
	return &types.AttributeValueMemberN{Value: strconv.FormatInt(moment.Unix(), 10)}
}

// once works on an item unless an event of this id has been worked on within a day. A failure lets the event come again.
func once(ctx context.Context, eventID string, item Item) (Item, error) {
	key := service + "#" + eventID
	isNew, err := claim(ctx, key)
	if err != nil {
		return nil, err
	}
	if !isNew {
		logger.InfoContext(ctx, "skipped a second delivery", "event_id", eventID)
		return nil, nil
	}
	result, err := work(ctx, item)
	if err != nil {
		return nil, errors.Join(err, settle(ctx, key, "failed", -time.Second))
	}
	return result, settle(ctx, key, "done", day)
}

// itemOf reads a JSON object.
func itemOf(text []byte) (Item, error) {
	var item Item
	if err := json.Unmarshal(text, &item); err != nil {
		return nil, fmt.Errorf("no JSON object: %w", err)
	}
	return item, nil
}
)go";
}

}  // namespace tideline
