package org.silofri.connectors.ckan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.silofri.connectors.ckan.CkanFailure.Useless;

/**
 * One answer of package_search.
 *
 * @param packages in the order asked for, by {@code metadata_modified}
 */
record CkanPage(List<CkanPackage> packages) {

    private static final int DEEPEST = 30;
    private static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    CkanPage {
        packages = List.copyOf(packages);
    }

    /**
     * Reads an answer.
     *
     * @throws Useless if it is not JSON or not an answer of package_search
     */
    static CkanPage read(byte[] body) {
        JsonNode root = json(body);
        JsonNode results = root.path("result").path("results");
        if (!root.path("success").asBoolean(false) || !results.isArray()) {
            throw new Useless("ckan.no-search-answer");
        }
        List<CkanPackage> packages = new ArrayList<>();
        for (JsonNode json : results) {
            String id = json.path("id").asText("");
            String modified = json.path("metadata_modified").asText("");
            if (!id.matches("[A-Za-z0-9-]{1,90}") || !modified.matches("[0-9T:.-]{10,30}")) {
                throw new Useless("ckan.no-search-answer");
            }
            packages.add(new CkanPackage(id, modified, json));
        }
        return new CkanPage(packages);
    }

    private static JsonNode json(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new Useless("ckan.not-json");
        } catch (IOException e) {
            throw new IllegalStateException("Bytes in memory cannot be read", e);
        }
    }
}
