package org.fugong.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of the fields of a form that several people have open at once. */
class SeenVersionsTests {

    private static final List<String> FIELDS = List.of("name", "phone", "start", "staff");

    private Map<String, String> stored = new TreeMap<>();
    private Map<String, FieldEdit> edits = Map.of();

    /** Somebody with the page open: what it shows, the versions that it has seen, and what was typed and is not saved yet. */
    private final class Editor {

        private final String page;
        private final Map<String, String> shown = new HashMap<>();
        private final Map<String, Integer> seen = new HashMap<>();
        private final Map<String, String> typed = new HashMap<>();

        Editor(String page) {
            this.page = page;
            open();
        }

        void open() {
            FIELDS.forEach(field -> {
                shown.put(field, stored.getOrDefault(field, ""));
                seen.put(field, FieldEdit.version(edits, field));
            });
            typed.clear();
        }

        void type(String field, String text) {
            typed.put(field, text);
        }

        /** Sends what was typed; an answer that is lost leaves the versions as they were. */
        Set<String> save(boolean answered) {
            var wanted = new TreeMap<>(stored);
            wanted.putAll(typed);
            var versions = new HashMap<>(seen);
            versions.keySet().retainAll(typed.keySet());
            var overtaken = SeenVersions.of(versions, page).overtaken(stored, wanted, edits);
            overtaken.forEach(field -> wanted.put(field, stored.get(field)));
            edits = FieldEdit.after(edits, stored, wanted, page, Instant.EPOCH, page);
            stored = wanted;
            if (answered) {
                typed.keySet().forEach(field -> {
                    if (!overtaken.contains(field)) {
                        shown.put(field, typed.get(field));
                        seen.put(field, FieldEdit.version(edits, field));
                    }
                });
                typed.keySet().retainAll(overtaken);
            }
            return overtaken;
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noInterleavingOfTwoEditorsLosesAFieldThatOnlyOneHasChanged(long seed) {
        var random = new Random(seed);
        var editors = List.of(new Editor("aaaaaaaa"), new Editor("bbbbbbbb"));
        // each field belongs to one of them, but neither knows
        var owner = new HashMap<String, Editor>();
        FIELDS.forEach(field -> owner.put(field, editors.get(random.nextInt(2))));
        var last = new HashMap<String, String>();
        for (int step = 0; step < 40; step++) {
            var field = FIELDS.get(random.nextInt(FIELDS.size()));
            var editor = owner.get(field);
            switch (random.nextInt(3)) {
                case 0 -> {
                    editor.type(field, "text " + step);
                    last.put(field, "text " + step);
                }
                case 1 -> assertThat(editor.save(random.nextBoolean())).isEmpty();
                default -> assertThat(editors.get(random.nextInt(2)).save(true)).isEmpty();
            }
        }
        editors.forEach(editor -> assertThat(editor.save(true)).isEmpty());
        assertThat(stored).isEqualTo(new TreeMap<>(last));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoChangesWhatAnotherHasChangedSinceIsToldAndNothingIsReplaced(long seed) {
        var random = new Random(seed);
        var editors = List.of(new Editor("aaaaaaaa"), new Editor("bbbbbbbb"));
        var accepted = new ArrayList<String>();
        for (int step = 0; step < 20; step++) {
            var editor = editors.get(random.nextInt(2));
            var text = "text " + step;
            editor.type("name", text);
            var before = stored.getOrDefault("name", "");
            if (editor.save(true).isEmpty()) {
                // nobody but the editor had written what was replaced
                assertThat(before).isEqualTo(accepted.isEmpty() ? "" : accepted.getLast());
                accepted.add(text);
            } else {
                assertThat(stored).containsEntry("name", before);
                assertThat(edits.get("name").by()).isNotEqualTo(editor.page);
                editor.open();
            }
        }
    }

    @Test
    void theSameTextIsNoConflict() {
        var one = new Editor("aaaaaaaa");
        var other = new Editor("bbbbbbbb");
        one.type("name", "马建国");
        other.type("name", "马建国");
        one.save(true);
        assertThat(other.save(true)).isEmpty();
        assertThat(FieldEdit.version(edits, "name")).isEqualTo(1);
    }

    @Test
    void aVersionFromTheFutureIsRefused() {
        assertThat(catchThrowable(() -> SeenVersions.of(Map.of("name", 2), null).overtaken(Map.of(), Map.of(),
                Map.of("name", new FieldEdit(1, "马建国", Instant.EPOCH, null))))).isInstanceOf(UnknownVersion.class);
    }

    @Test
    void anActThatNobodyCanComeInBetweenOfIsNeverOvertaken() {
        assertThat(SeenVersions.LATEST.overtaken(Map.of("name", "a"), Map.of("name", "b"),
                Map.of("name", new FieldEdit(9, "马建国", Instant.EPOCH, null)))).isEqualTo(new HashSet<>());
    }
}
