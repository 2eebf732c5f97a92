package org.fugong.collective.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.collective.UnitEntry;
import org.fugong.collective.UnitFault;
import org.fugong.collective.UnitField;
import org.fugong.collective.UnitImport;
import org.fugong.collective.UnitList;
import org.fugong.collective.UnitRefused;
import org.fugong.web.CsvDownload;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The operator enters units by hand or by a table, corrects them and takes them off. */
@Controller
@RequestMapping("/my/units/{list:\\d{1,18}}")
class UnitController {

    private static final String UNIT = "/{id:\\d{1,18}}";

    private final UnitEntry entry;
    private final UnitImport tables;
    private final MessageSource messages;

    UnitController(UnitEntry entry, UnitImport tables, MessageSource messages) {
        this.entry = entry;
        this.tables = tables;
        this.messages = messages;
    }

    @GetMapping("/new")
    String blank(@PathVariable long list, Actor actor, Model model) {
        model.addAttribute("unit", UnitForm.EMPTY);
        return page(entry.list(actor, list), null, model);
    }

    @PostMapping("/new")
    String enter(@PathVariable long list, @Valid @ModelAttribute("unit") UnitForm form, BindingResult binding, Actor actor, Model model) {
        var known = entry.list(actor, list);
        return form.read(binding).filter(entered -> done(() -> entry.enter(actor, list, entered), binding)).isPresent()
                ? "redirect:/my/units/" + list
                : page(known, null, model);
    }

    @GetMapping(UNIT)
    String known(@PathVariable long list, @PathVariable long id, Actor actor, Model model) {
        model.addAttribute("unit", UnitForm.of(entry.unit(actor, list, id)));
        return page(entry.list(actor, list), id, model);
    }

    @PostMapping(UNIT)
    String correct(@PathVariable long list, @PathVariable long id, @Valid @ModelAttribute("unit") UnitForm form, BindingResult binding,
            Actor actor, Model model) {
        entry.unit(actor, list, id);
        return form.read(binding).filter(entered -> done(() -> entry.correct(actor, list, id, form.seen(), entered), binding)).isPresent()
                ? "redirect:/my/units/" + list
                : page(entry.list(actor, list), id, model);
    }

    @PostMapping(UNIT + "/removal")
    String remove(@PathVariable long list, @PathVariable long id, Actor actor, RedirectAttributes redirect) {
        try {
            entry.remove(actor, list, id);
        } catch (UnitRefused refused) {
            redirect.addFlashAttribute("refused", refused.fault().key());
        }
        return "redirect:/my/units/" + list;
    }

    @GetMapping("/table")
    String table(@PathVariable long list, Actor actor, Model model) {
        model.addAttribute("list", entry.list(actor, list)).addAttribute("problems", List.of());
        return "collective/table";
    }

    /** A table to be filled in. */
    @GetMapping("/table.csv")
    void template(@PathVariable long list, Actor actor, Locale locale, HttpServletResponse response) throws IOException {
        entry.list(actor, list);
        var head = Stream.of(UnitField.values()).map(field -> messages.getMessage("listed-unit." + field.property(), null, locale))
                .toList();
        CsvDownload.write(response, "units.csv", head, rows -> {
        });
    }

    @PostMapping("/table")
    String read(@PathVariable long list, @RequestParam(required = false) MultipartFile file, Actor actor, Model model) throws IOException {
        model.addAttribute("list", entry.list(actor, list)).addAttribute("problems", List.of());
        var binding = new BeanPropertyBindingResult(new Object(), "table");
        if (file == null || file.isEmpty()) {
            binding.reject("unit-table.no-file");
        } else {
            var imported = tables.read(actor, list, file.getBytes());
            model.addAttribute("imported", imported).addAttribute("problems", imported.problems());
            if (!imported.problems().isEmpty()) {
                binding.reject("unit-table.faulty", new Object[]{imported.problems().size()}, null);
            }
        }
        model.addAllAttributes(binding.getModel());
        return "collective/table";
    }

    /** The address of an act, opened anew, leads to the page with its button. */
    @GetMapping(UNIT + "/removal")
    String again(@PathVariable long list, @PathVariable long id, Actor actor) {
        entry.unit(actor, list, id);
        return "redirect:/my/units/" + list;
    }

    /** Whether it was done; a refusal is said beside the code, or above the form where it is not the code's. */
    static boolean done(Runnable act, BindingResult binding) {
        try {
            act.run();
            return true;
        } catch (UnitRefused refused) {
            if (refused.fault() == UnitFault.FULL || refused.fault() == UnitFault.FILED) {
                binding.reject(refused.fault().key(), new Object[]{String.valueOf(UnitList.MOST)}, null);
            } else {
                binding.rejectValue("creditCode", refused.fault().key());
            }
            return false;
        }
    }

    private static String page(UnitList list, Long id, Model model) {
        model.addAttribute("list", list).addAttribute("id", id);
        return "collective/unit";
    }
}
