package org.silofri.node.intake.draft;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.silofri.catalogue.entry.CityId;
import org.silofri.catalogue.entry.EntryIri;
import org.silofri.catalogue.entry.EntryKind;
import org.silofri.catalogue.entry.Limits;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The drafts of this node's cities in {@code app.db}. Safe for many threads: of two who saw the
 * same version, one is told so. Asks nobody for leave; that is done by whoever calls.
 *
 * @see <a href="file:docs/decisions/0090-drafts-belong-to-intake.md">ADR 0090</a>
 */
@Component
public class Drafts {

    /** Most drafts of one city. */
    public static final int MOST = 1_000;

    private static final Pattern ID = Pattern.compile("[0-9a-hjkmnp-tv-z]{26}");
    private static final TypeReference<Map<String, List<String>>> CONTENT =
            new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;
    private final InstantSource clock;

    Drafts(JdbcClient database, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Tells whether a text has the form of a draft's id: a ULID in lower case. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** The draft with that id. */
    public Optional<Draft> find(String id) {
        return database.sql("SELECT * FROM draft WHERE id = ?")
                .param(id)
                .query(this::draft)
                .optional();
    }

    /** The drafts of some cities, latest change first. */
    public List<Draft> of(Collection<CityId> cities) {
        return cities.isEmpty()
                ? List.of()
                : database.sql(
                                "SELECT * FROM draft WHERE city IN (:cities)"
                                        + " ORDER BY changed_at DESC, id LIMIT :most")
                        .param("cities", cities.stream().map(CityId::value).toList())
                        .param("most", MOST)
                        .query(this::draft)
                        .list();
    }

    /** The latest draft that changes a published entry. */
    public Optional<Draft> changing(EntryIri entry) {
        return database.sql("SELECT * FROM draft WHERE entry = ? ORDER BY changed_at DESC LIMIT 1")
                .param(entry.value())
                .query(this::draft)
                .optional();
    }

    /**
     * Keeps a draft.
     *
     * @param draft its version is the one that was seen; 0 for one that is kept the first time
     */
    public DraftResult keep(Draft draft, Author by) {
        String content = json.writeValueAsString(draft.content());
        if (content.getBytes(StandardCharsets.UTF_8).length > Limits.BYTES) {
            return new DraftResult.Full();
        }
        if (draft.version() > 0) {
            return update(draft, content, by) ? kept(draft.id()) : overtaken(draft.id());
        }
        if (count(draft.subject().city()) >= MOST) {
            return new DraftResult.Full();
        }
        try {
            insert(draft, content, by);
            return kept(draft.id());
        } catch (DuplicateKeyException e) {
            return overtaken(draft.id());
        }
    }

    /** Throws a draft away, because it is published or nobody wants it. */
    public void remove(String id) {
        database.sql("DELETE FROM draft WHERE id = ?").param(id).update();
    }

    private DraftResult kept(String id) {
        return find(id).<DraftResult>map(DraftResult.Kept::new).orElseGet(DraftResult.Gone::new);
    }

    private DraftResult overtaken(String id) {
        return find(id).<DraftResult>map(DraftResult.Overtaken::new)
                .orElseGet(DraftResult.Gone::new);
    }

    private int count(CityId city) {
        return database.sql("SELECT count(*) FROM draft WHERE city = ?")
                .param(city.value())
                .query(Integer.class)
                .single();
    }

    private boolean update(Draft draft, String content, Author by) {
        return database.sql(
                                """
                                UPDATE draft SET content = :content, basis = :basis, state = :state,
                                  comment = :comment, changer = :changer,
                                  changer_name = :changerName, version = version + 1,
                                  changed_at = :now
                                WHERE id = :id AND version = :version AND city = :city
                                """)
                        .param("content", content)
                        .param("basis", draft.subject().basis())
                        .param("state", draft.state().name())
                        .param("comment", draft.comment())
                        .param("changer", by.id())
                        .param("changerName", by.name())
                        .param("now", clock.instant().toEpochMilli())
                        .param("id", draft.id())
                        .param("version", draft.version())
                        .param("city", draft.subject().city().value())
                        .update()
                > 0;
    }

    private void insert(Draft draft, String content, Author by) {
        Draft.Subject subject = draft.subject();
        database.sql(
                        """
                        INSERT INTO draft (id, city, kind, entry, basis, adopts, content, state,
                          author, author_name, changer, changer_name, version, changed_at)
                        VALUES (:id, :city, :kind, :entry, :basis, :adopts, :content, :state,
                          :by, :byName, :by, :byName, 1, :now)
                        """)
                .param("id", draft.id())
                .param("city", subject.city().value())
                .param("kind", subject.kind().path())
                .param("entry", value(subject.entry()))
                .param("basis", subject.basis())
                .param("adopts", value(subject.adopts()))
                .param("content", content)
                .param("state", draft.state().name())
                .param("by", by.id())
                .param("byName", by.name())
                .param("now", clock.instant().toEpochMilli())
                .update();
    }

    private static @Nullable String value(@Nullable EntryIri entry) {
        return entry == null ? null : entry.value();
    }

    private static @Nullable EntryIri entry(@Nullable String value) {
        return value == null ? null : new EntryIri(value);
    }

    private Draft draft(ResultSet row, int number) throws SQLException {
        return new Draft(
                row.getString("id"),
                new Draft.Subject(
                        new CityId(row.getString("city")),
                        EntryKind.ofPath(row.getString("kind")).orElseThrow(),
                        entry(row.getString("entry")),
                        row.getString("basis"),
                        entry(row.getString("adopts"))),
                json.readValue(row.getString("content"), CONTENT),
                Draft.State.valueOf(row.getString("state")),
                row.getString("comment"),
                new Author(row.getString("author"), row.getString("author_name")),
                new Author(row.getString("changer"), row.getString("changer_name")),
                row.getLong("version"),
                Instant.ofEpochMilli(row.getLong("changed_at")));
    }
}
