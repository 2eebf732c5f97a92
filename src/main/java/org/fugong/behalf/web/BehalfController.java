package org.fugong.behalf.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.account.SignIn;
import org.fugong.behalf.BehalfEntering;
import org.fugong.behalf.EntryChannel;
import org.fugong.enterprise.AlreadyRegistered;
import org.fugong.enterprise.Industries;
import org.fugong.filing.FilingKind;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevels;
import org.fugong.submission.DraftEditing;
import org.fugong.web.Cell;
import org.fugong.web.Dates;
import org.fugong.web.Listing;
import org.fugong.web.Words;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a county has entered for firms, and a firm to be entered for: who it is, where it works, and how it was told. */
@Controller
@RequestMapping("/desk/behalf")
class BehalfController {

    private final BehalfEntering entering;
    private final EntryQueue queue;
    private final Industries industries;
    private final RiskLevels levels;
    private final Dates dates;
    private final Words words;

    BehalfController(BehalfEntering entering, EntryQueue queue, Industries industries, RiskLevels levels, Dates dates, Words words) {
        this.entering = entering;
        this.queue = queue;
        this.industries = industries;
        this.levels = levels;
        this.dates = dates;
        this.words = words;
    }

    @GetMapping
    String entries(@RequestParam(defaultValue = "9223372036854775807") long before, Actor actor, Model model) {
        var read = queue.before(actor, before);
        var rows = read.stream().limit(EntryQueue.SIZE).toList();
        model.addAttribute("rows", rows).addAttribute("table", table(rows, actor)).addAttribute("first", before == Long.MAX_VALUE)
                .addAttribute("next", read.size() > rows.size() ? rows.getLast().id() : null);
        return "behalf/entries";
    }

    @GetMapping("/new")
    String form(Actor actor, Model model) {
        model.addAttribute("behalfOrder", OrderForm.EMPTY);
        return form(actor.scope(), model);
    }

    @PostMapping("/new")
    String open(@Valid @ModelAttribute("behalfOrder") OrderForm form, BindingResult binding, Actor actor, Model model,
            HttpServletResponse response) {
        form.check(binding, industries);
        if (!binding.hasErrors()) {
            try {
                return "redirect:/desk/behalf/" + entering.open(actor, form.order(actor.scope())).id();
            } catch (AlreadyRegistered e) {
                binding.rejectValue("creditCode", "behalfOrder.creditCode.taken");
            } catch (BehalfEntering.AlreadyFiled e) {
                binding.reject("behalf.already-filed", new Object[]{e.no()}, null);
            } catch (BehalfEntering.AlreadyBegun e) {
                binding.reject("behalf.already-begun");
            } catch (DraftEditing.NotOffered e) {
                binding.rejectValue("kind", "behalfOrder.kind.not-offered");
            } catch (DataIntegrityViolationException e) {
                binding.rejectValue("site", "behalfOrder.site.twice");
            } catch (SignIn.Busy busy) {
                busy.mark(response);
                binding.reject("login.busy");
            }
        }
        return form(actor.scope(), model);
    }

    private String form(String county, Model model) {
        var regime = levels.now(county).regime();
        model.addAttribute("kinds", FilingKind.offered(regime).stream().filter(kind -> kind != FilingKind.APPLICATION).toList())
                .addAttribute("channels", regime == Regime.NOTICE ? List.of(EntryChannel.values()) : List.of(EntryChannel.PAPER))
                .addAttribute("industries", industries);
        return "behalf/new";
    }

    private Listing.Table table(List<EntryQueue.Row> rows, Actor reader) {
        return new Listing<EntryQueue.Row>("behalf.title")
                .column("desk.no", row -> Cell.link(row.no() == null ? words.of("behalf.draft") : row.no(),
                        place(row, reader)))
                .column("desk.name", row -> Cell.of(row.name()))
                .column("desk.kind", row -> Cell.of(words.of("kind." + row.kind())))
                .column("behalf.channel", row -> Cell.of(words.of("entry-channel." + row.channel())))
                .column("behalf.by", row -> Cell.of(row.by()))
                .column("desk.state", row -> Cell.of(List.of(state(row))))
                .figures("behalf.at", row -> dates.day(row.at()))
                .table(rows);
    }

    private static String place(EntryQueue.Row row, Actor reader) {
        return row.no() != null && reader.role() == Role.OFFICIAL
                ? "/desk/filings/" + row.no()
                : "/desk/behalf/" + row.id() + (row.no() == null ? "" : "/receipt");
    }

    private Cell.Tag state(EntryQueue.Row row) {
        return row.no() == null
                ? new Cell.Tag("tag-due", words.of("behalf.open"))
                : new Cell.Tag(row.claimed() ? "tag-met" : "tag-plain", words.of(row.claimed() ? "behalf.claimed" : "behalf.unclaimed"));
    }
}
