package org.fugong.application;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import org.fugong.account.Actor;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** The one round of corrections of an application 一次性补正: what was asked, by whom and when, and what the firm answered. */
@Entity
@DynamicUpdate
public class Correction {

    @Id
    private Long filingId;
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<Point> points;
    private Instant askedAt;
    private String askedBy;
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<Answer> answers;
    private Instant answeredAt;
    private String answeredBy;
    @Version
    private Integer version;

    /** What is to be put right at an item or a field, in a sentence. */
    public record Point(String target, String text) {
    }

    /**
     * What the firm made of a point: the text of its field before and after, what it says to it, empty where nothing, and the ids of
     * the files that it attached.
     */
    public record Answer(String target, String before, String after, String said, List<Long> files) {

        public Answer {
            // those that were given before there could be files have none
            files = files == null ? List.of() : List.copyOf(files);
        }

        public boolean changed() {
            return !before.equals(after);
        }

        /** Whether there is something else to look at than before. */
        boolean renewed() {
            return changed() || !files.isEmpty();
        }
    }

    protected Correction() {
    }

    Correction(long filingId, List<Point> points, Actor official, Instant now) {
        this.filingId = filingId;
        this.points = List.copyOf(points);
        this.askedAt = now;
        this.askedBy = official.name();
    }

    Correction answer(List<Answer> given, Actor firm, Instant now) {
        answers = List.copyOf(given);
        answeredAt = now;
        answeredBy = firm.name();
        return this;
    }

    public Long filingId() {
        return filingId;
    }

    public List<Point> points() {
        return points;
    }

    public Instant askedAt() {
        return askedAt;
    }

    /** The name of who asked. */
    public String askedBy() {
        return askedBy;
    }

    /** What the firm answered; empty while the round is open. */
    public List<Answer> answers() {
        return answers == null ? List.of() : answers;
    }

    public Answer answer(String target) {
        return answers().stream().filter(one -> one.target().equals(target)).findFirst().orElse(null);
    }

    /** When the firm answered; null while the round is open. */
    public Instant answeredAt() {
        return answeredAt;
    }

    public String answeredBy() {
        return answeredBy;
    }

    public boolean open() {
        return answeredAt == null;
    }
}
