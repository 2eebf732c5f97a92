package org.fugong.behalf.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.SignIn;
import org.fugong.behalf.BehalfEntering;
import org.fugong.behalf.EntryChannel;
import org.fugong.enterprise.AlreadyRegistered;
import org.fugong.enterprise.Industries;
import org.fugong.filing.FilingKind;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevels;
import org.fugong.submission.DraftEditing;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A firm to be entered for: who it is, where it works, and how it was told. */
@Controller
@RequestMapping("/desk/behalf")
class BehalfController {

    private final BehalfEntering entering;
    private final Industries industries;
    private final RiskLevels levels;

    BehalfController(BehalfEntering entering, Industries industries, RiskLevels levels) {
        this.entering = entering;
        this.industries = industries;
        this.levels = levels;
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
}
