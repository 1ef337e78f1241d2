package org.silofri.node.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.BaseIri;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.event.PublicKey;
import org.silofri.catalogue.event.SignedContent;
import org.silofri.catalogue.event.SigningKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A city's wish to become a member: a compact JWS over this record, signed with the key that it
 * brings. The signature proves that the sender holds the key; that the sender is the city, people
 * confirm by comparing the thumbprint.
 *
 * @param city wished name
 * @param base the city's base IRI, fixed for life
 * @param key the city's first public key
 * @param hostedBy base IRI of the node that keeps the key for the city; null for an own node
 * @param profile what people read of the city
 */
public record JoinRequest(
        CityId city, BaseIri base, PublicKey key, @Nullable BaseIri hostedBy, CityProfile profile) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Signs the request as the text that is handed to the coordinator. */
    public String sign(SigningKey signer) {
        Form form =
                new Form(
                        city.value(),
                        base.value(),
                        key.encoded(),
                        hostedBy == null ? null : hostedBy.value(),
                        profile);
        return SignedContent.sign(JSON.writeValueAsBytes(form), signer);
    }

    /**
     * Reads a request and checks that its own key signed it.
     *
     * @return empty if it is damaged, or signed by another key
     */
    public static Optional<JoinRequest> verify(String jws) {
        return SignedContent.unverified(jws)
                .flatMap(JoinRequest::read)
                .filter(request -> SignedContent.isSignedBy(jws, request.key()));
    }

    private static Optional<JoinRequest> read(byte[] content) {
        try {
            return Optional.of(JSON.readValue(content, Form.class).parsed());
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    private record Form(
            String city,
            String base,
            String publicKey,
            @Nullable String hostedBy,
            CityProfile profile) {

        JoinRequest parsed() {
            return new JoinRequest(
                    new CityId(city),
                    new BaseIri(base),
                    PublicKey.ofBase64Url(publicKey),
                    hostedBy == null ? null : new BaseIri(hostedBy),
                    profile);
        }
    }
}
