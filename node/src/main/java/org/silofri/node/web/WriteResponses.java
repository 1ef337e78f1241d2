package org.silofri.node.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/** What a call that writes may be answered, for OpenAPI. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "200",
        description =
                "the version is in the log, made now or there before; saved, or shared with others",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = EditAnswers.Written.class)))
@ApiResponse(
        responseCode = "403",
        description = "the entry is another city's or node's",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        schema = @Schema(implementation = ProblemDetail.class)))
@ApiResponse(
        responseCode = "422",
        description =
                "the data break rules: Problem Details, or a sh:ValidationReport for who likes RDF"
                        + " better; or an Idempotency-Key came with other content",
        content = {
            @Content(
                    mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                    schema = @Schema(implementation = ProblemDetail.class)),
            @Content(mediaType = RdfForm.TURTLE_TYPE, schema = @Schema(type = "string")),
            @Content(mediaType = RdfForm.JSON_LD_TYPE, schema = @Schema(type = "string")),
            @Content(mediaType = RdfForm.N_TRIPLES_TYPE, schema = @Schema(type = "string")),
            @Content(mediaType = RdfForm.RDF_XML_TYPE, schema = @Schema(type = "string"))
        })
@ApiResponse(
        responseCode = "429",
        description = "the city's quota is used up; Retry-After tells for how long",
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        schema = @Schema(implementation = ProblemDetail.class)))
@interface WriteResponses {}
