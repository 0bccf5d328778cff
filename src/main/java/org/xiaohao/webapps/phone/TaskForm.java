package org.xiaohao.webapps.phone;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * The form of a task as it is deployed, and what it is filled with beforehand.
 *
 * @param components of the form, as the modeler writes them
 * @param data variables by name; lists and groups as lists and maps
 */
record TaskForm(JsonNode components, Map<String, Object> data) {}
