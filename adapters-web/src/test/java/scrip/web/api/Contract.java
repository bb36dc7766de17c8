package scrip.web.api;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;

/** The published contract, to hold real answers against: what it does not tell of is as wrong as what it tells otherwise. */
final class Contract {

    private final JsonNode document;
    private final List<String> complaints = new ArrayList<>();

    Contract(JsonNode document) {
        this.document = document;
    }

    /**
     * @param path
     *            as the contract writes it, such as {@code /holds/{id}}
     * @return what of the answer is not as the contract has it; nothing if all is
     */
    List<String> complaintsAbout(String method, String path, ApiClient.Reply reply) {
        complaints.clear();
        JsonNode responses = document.get("paths").path(path).path(method).path("responses");
        String status = Integer.toString(reply.status());
        JsonNode response = resolved(responses.has(status) ? responses.get(status) : responses.path("default"));
        JsonNode content = response.path("content");
        String type = reply.header("Content-Type").split(";", 2)[0];
        if (content.has(type)) {
            check(content.get(type).path("schema"), reply.json(), "");
        } else if (response.isMissingNode() || !content.isMissingNode() || !type.isEmpty()) {
            complaints.add("no answer " + status + " of type " + type);
        }
        return List.copyOf(complaints);
    }

    private JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
    }

    private void check(JsonNode told, JsonNode value, String at) {
        JsonNode schema = resolved(told);
        if (schema.has("oneOf")) {
            checkOneOf(schema.get("oneOf"), value, at);
            return;
        }
        checkValue(schema, value, at);
        if (value.isObject()) {
            checkNames(schema, value, at);
        }
        checkParts(schema, value, at);
    }

    private void checkOneOf(JsonNode parts, JsonNode value, String at) {
        List<String> before = List.copyOf(complaints);
        for (JsonNode part : parts) {
            complaints.clear();
            check(part, value, at);
            if (complaints.isEmpty()) {
                complaints.addAll(before);
                return;
            }
        }
        complaints.clear();
        complaints.addAll(before);
        complaints.add(at + " is none of what it may be: " + value);
    }

    private void checkParts(JsonNode schema, JsonNode value, String at) {
        for (JsonNode part : schema.path("allOf")) {
            checkValue(resolved(part), value, at);
            checkParts(resolved(part), value, at);
        }
        if (value.isObject()) {
            value.properties().forEach(field -> {
                JsonNode property = schema.path("properties").path(field.getKey());
                JsonNode other = property.isMissingNode() ? schema.path("additionalProperties") : property;
                if (!other.isMissingNode()) {
                    check(other, field.getValue(), at + "/" + field.getKey());
                }
            });
        }
        if (value.isArray() && schema.has("items")) {
            value.forEach(item -> check(schema.get("items"), item, at + "/*"));
        }
    }

    private void checkValue(JsonNode schema, JsonNode value, String at) {
        if (schema.has("type") && !isOf(schema.get("type"), value)) {
            complaints.add(at + " is no " + schema.get("type") + ": " + value);
        }
        if (schema.has("enum") && schema.get("enum").valueStream().noneMatch(value::equals)) {
            complaints.add(at + " is none of " + schema.get("enum") + ": " + value);
        }
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            boolean least = !schema.has("minimum") || number.compareTo(schema.get("minimum").decimalValue()) >= 0;
            boolean above = !schema.has("exclusiveMinimum")
                    || number.compareTo(schema.get("exclusiveMinimum").decimalValue()) > 0;
            boolean most = !schema.has("maximum") || number.compareTo(schema.get("maximum").decimalValue()) <= 0;
            if (!least || !above || !most) {
                complaints.add(at + " is out of range: " + value);
            }
        }
        schema.path("required").forEach(name -> {
            if (!value.has(name.asString())) {
                complaints.add(at + " lacks " + name);
            }
        });
    }

    private static boolean isOf(JsonNode type, JsonNode value) {
        if (type.isArray()) {
            return type.valueStream().anyMatch(one -> isOf(one, value));
        }
        return switch (type.asString()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "number" -> value.isNumber();
            case "integer" -> value.isIntegralNumber();
            case "null" -> value.isNull();
            default -> throw new IllegalArgumentException(type.asString());
        };
    }

    /** An object of which the contract names no property may hold anything. */
    private void checkNames(JsonNode schema, JsonNode value, String at) {
        Set<String> told = new TreeSet<>();
        collect(schema, told);
        if (!told.isEmpty()) {
            value.propertyNames().stream().filter(name -> !told.contains(name))
                    .forEach(name -> complaints.add(at + " has a " + name + " that the contract does not tell of"));
        }
    }

    private void collect(JsonNode schema, Set<String> told) {
        told.addAll(schema.path("properties").propertyNames());
        schema.path("allOf").forEach(part -> collect(resolved(part), told));
    }
}
