package org.fugong.submission.web;

import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.fugong.attachment.AttachedFiles;
import org.fugong.attachment.Attachment;
import org.fugong.attachment.Attachments;
import org.fugong.condition.Category;
import org.fugong.condition.ConditionItem;
import org.fugong.edit.FieldEdit;
import org.fugong.filing.FilingKind;
import org.fugong.region.Regions;
import org.fugong.submission.Draft;
import org.fugong.submission.Drafts;
import org.fugong.submission.FilingPart;
import org.fugong.submission.Obstacle;
import org.fugong.submission.Review;
import org.fugong.submission.ShownDraft;
import org.fugong.web.Dates;
import org.fugong.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of a draft have in common: where each part is, how far it is, and where to go next. */
@Component
class DraftPages {

    private static final int EARLIER = 12;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Drafts drafts;
    private final Regions regions;
    private final Attachments attachments;
    private final Dates dates;

    DraftPages(Drafts drafts, Regions regions, Attachments attachments, Dates dates) {
        this.drafts = drafts;
        this.regions = regions;
        this.attachments = attachments;
        this.dates = dates;
    }

    /** One line of the task list: its address under the draft, its heading, and what is still in the way. */
    record Task(String path, FilingPart part, Category category, List<Obstacle> obstacles) {

        private static final int NAMED = 5;

        public boolean done() {
            return obstacles.isEmpty();
        }

        public long missing() {
            return obstacles.stream().filter(Task::empty).count();
        }

        /** Whether so much is not filled in that naming each would bury the rest. */
        public boolean crowded() {
            return missing() > NAMED;
        }

        /** What is named one by one. */
        public List<Obstacle> named() {
            return obstacles.stream().filter(obstacle -> !crowded() || !empty(obstacle)).toList();
        }

        private static boolean empty(Obstacle obstacle) {
            return obstacle.problem() == Obstacle.Problem.MISSING || obstacle.problem() == Obstacle.Problem.UNCONFIRMED;
        }

        /** How many are answered, and do not hold. */
        public long failing() {
            return obstacles.stream().filter(obstacle -> !empty(obstacle) && obstacle.problem() != Obstacle.Problem.UNSURE).count();
        }
    }

    /** Files of an item that does not apply; {@code item} is null where no list knows it any more. */
    record Unneeded(String code, ConditionItem item, List<Attachment> files) {
    }

    String page(String view, Draft draft, Model model) {
        var files = attached(draft);
        model.addAttribute("draft", draft.filing())
                .addAttribute("enterprise", draft.enterprise())
                .addAttribute("site", draft.site())
                .addAttribute("changed", draft.changed())
                .addAttribute("beside", draft.beside())
                .addAttribute("county", regions.county(draft.applicable().location().county()).orElseThrow())
                .addAttribute("applicable", draft.applicable())
                .addAttribute("list", draft.applicable().list())
                .addAttribute("review", draft.review())
                .addAttribute("tasks", tasks(draft))
                .addAttribute("attached", files.only(draft.review().applying()))
                .addAttribute("unneeded", files.besides(draft.review().applying()).entrySet().stream()
                        .map(one -> new Unneeded(one.getKey(), drafts.item(draft, one.getKey()).orElse(null), one.getValue())).toList())
                .addAttribute("lock", ShownDraft.of(draft, files).toString())
                .addAttribute("root", root(draft.filing().id()))
                .addAttribute("savedAt", draft.filing().version() == 0 ? null : time(draft.filing().updatedAt()));
        return view;
    }

    /** What is attached to the items of a draft. */
    AttachedFiles attached(Draft draft) {
        return attachments.forFirm(draft.filing().id());
    }

    /** Who saved something of a draft last, and when, in the reader's words. */
    Object[] lastSave(Draft draft) {
        var filled = draft.filing().edits().values().stream().filter(edit -> edit.by() != null)
                .max(Comparator.comparing(FieldEdit::at));
        var at = Stream.concat(Stream.of(draft.filing().updatedAt()), attached(draft).all().stream().map(Attachment::addedAt))
                .max(Comparator.naturalOrder()).orElseThrow();
        return new Object[]{filled.filter(edit -> !edit.at().isBefore(at)).map(FieldEdit::by).orElse(draft.enterprise().name()),
                dates.moment(at)};
    }

    /** What the firm has attached elsewhere, from the newest before one on. */
    Page<Attachment> earlier(Draft draft, String code, Long before) {
        var read = attachments.earlier(draft.enterprise().id(), draft.filing().id(), code, before, EARLIER + 1);
        return new Page<>(read.stream().limit(EARLIER).toList(), null,
                read.size() > EARLIER ? String.valueOf(read.get(EARLIER - 1).id()) : null);
    }

    static String root(long id) {
        return "/my/drafts/" + id;
    }

    static List<Task> tasks(Draft draft) {
        var review = draft.review();
        var tasks = new ArrayList<Task>();
        tasks.add(new Task("/plan", FilingPart.PLAN, null, review.obstacles(FilingPart.PLAN)));
        if (draft.filing().kind().conditions()) {
            tasks.add(new Task("/facts", FilingPart.FACTS, null, review.obstacles(FilingPart.FACTS)));
        }
        if (draft.filing().kind().answered()) {
            categories(draft).forEach(category -> tasks.add(new Task("/conditions/" + category.code(), FilingPart.CONDITIONS, category,
                    review.obstacles(category.code()))));
        }
        if (draft.filing().kind() == FilingKind.COMMITMENT) {
            tasks.add(new Task("/commitment", FilingPart.COMMITMENT, null, review.obstacles(FilingPart.COMMITMENT)));
        }
        return tasks;
    }

    /** The categories that this county's list has items in. */
    static List<Category> categories(Draft draft) {
        var content = draft.applicable().list().content();
        return content.categories().stream().filter(category -> !content.itemsOf(category).isEmpty()).toList();
    }

    /** Where saving a part leads: straight back to the check and the row that was changed, or on to the next part. */
    static String next(Draft draft, String path, String back) {
        var root = root(draft.filing().id());
        if (back != null && back.matches("check(\\.\\w{1,60})?")) {
            return "redirect:" + root + "/check" + (back.equals("check") ? "" : "#r-" + back.substring("check.".length()));
        }
        var paths = tasks(draft).stream().map(Task::path).toList();
        int next = paths.indexOf(path) + 1;
        return "redirect:" + root + (next < paths.size() ? paths.get(next) : "/check");
    }

    static String time(Instant instant) {
        return TIME.format(LocalTime.ofInstant(instant, Dates.ZONE));
    }

    /** How many of the conditions of a category are settled. */
    static long settled(Review review, List<?> items, String category) {
        return items.size() - review.obstacles(category).size();
    }
}
