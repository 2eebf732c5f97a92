package org.fugong.demonstration;

import org.springframework.stereotype.Component;

/** What happens to a firm in the demonstration. */
@Component
@Demonstrated
class Story {

    private final Firms firms;
    private final Stage stage;

    Story(Firms firms, Stage stage) {
        this.firms = firms;
        this.stage = stage;
    }

    void tell(Firm firm) {
        var enterprise = stage.act(stage.before(28, 9), () -> firms.register(firm));
        var actor = firms.actor(firm);
        stage.act(actor, stage.before(28, 10), () -> firms.describe(firm, enterprise));
    }
}
