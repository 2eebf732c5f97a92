package org.fugong.submission.web;

import java.util.Locale;
import org.fugong.adaptation.CountyList;
import org.fugong.filing.Filing;
import org.fugong.filing.OwedTexts;
import org.fugong.submission.Obstacle;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says what stands between a draft and its submission, and where it is dealt with; in templates {@code @obstacles}. */
@Component("obstacles")
class ObstacleTexts {

    private final MessageSource messages;
    private final OwedTexts owed;

    ObstacleTexts(MessageSource messages, OwedTexts owed) {
        this.messages = messages;
        this.owed = owed;
    }

    /** The page that deals with an obstacle, and leads straight back to the check. */
    public String place(String root, Obstacle obstacle) {
        return switch (obstacle.part()) {
            case ENTERPRISE -> "/my/enterprise";
            case PLAN -> root + "/plan?back=check#" + obstacle.field();
            case FACTS -> root + "/facts?back=check#" + obstacle.field();
            case CONDITIONS -> root + "/conditions/" + obstacle.category() + "?back=check#c-" + obstacle.field();
            case COMMITMENT -> root + "/commitment?back=check#" + (obstacle.item() == null ? "" : "c-") + obstacle.field();
        };
    }

    /** What stands in the way, in one line that says what to do about it. */
    public String obstacle(CountyList list, Filing draft, Obstacle obstacle) {
        if (obstacle.item() != null) {
            var what = obstacle.item().code() + " " + obstacle.item().title(locale());
            if (obstacle.problem() == Obstacle.Problem.UNMET && obstacle.item().deferrable()) {
                return say("obstacle.or-owe", what, obstacle.finding().text(locale()), owed.due(obstacle.item(), draft));
            }
            return obstacle.problem() == Obstacle.Problem.UNMET || obstacle.problem() == Obstacle.Problem.UNSURE
                    ? say("obstacle.of-item", what, obstacle.finding().text(locale()))
                    : say("obstacle." + obstacle.problem(), what);
        }
        return switch (obstacle.part()) {
            case ENTERPRISE -> say("obstacle.enterprise");
            case FACTS ->
                say("obstacle.MISSING", list.content().fact(obstacle.field()).map(fact -> fact.label(locale())).orElse(obstacle.field()));
            default -> obstacle.problem() == Obstacle.Problem.IMPOSSIBLE
                    ? say("obstacle.start")
                    : say("obstacle.MISSING", say(
                            (obstacle.field().startsWith("signed") ? "commitment." : "plan.") + obstacle.field()));
        };
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
