package org.fugong.condition.web;

import jakarta.validation.Valid;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.fugong.account.Actor;
import org.fugong.account.LastChanges;
import org.fugong.condition.CatalogueKeeping;
import org.fugong.condition.CatalogueVersion;
import org.fugong.condition.CatalogueVersions;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ConditionLists;
import org.fugong.condition.ConditionUse;
import org.fugong.condition.ListComparison;
import org.fugong.condition.ListContent;
import org.fugong.condition.Refusal;
import org.fugong.condition.file.UnreadableList;
import org.fugong.condition.page.ListStanding;
import org.fugong.risk.RiskLevel;
import org.fugong.web.Typed;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Limit;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The catalogue that the province's lists are drawn from, for its admin: versions, the use at each level, and drafts. */
@Controller
@RequestMapping("/admin/catalogue")
class CatalogueController {

    private static final int PAGE = 20;

    private final CatalogueKeeping keeping;
    private final CatalogueVersions versions;
    private final ConditionLists lists;
    private final LastChanges changes;
    private final ListStanding standing;

    CatalogueController(CatalogueKeeping keeping, CatalogueVersions versions, ConditionLists lists, LastChanges changes,
            ListStanding standing) {
        this.keeping = keeping;
        this.versions = versions;
        this.lists = lists;
        this.changes = changes;
        this.standing = standing;
    }

    /** A condition and its use at each level; null where it is not asked. */
    record Row(ConditionItem item, List<ConditionUse> uses) {
    }

    /** A level: how many conditions, the newest version of its list, and how many conditions differ from that. */
    record Level(RiskLevel level, int items, ConditionList newest, int differences) {
    }

    @GetMapping
    String versions(@RequestParam(required = false) String before, @ModelAttribute("catalogue") CatalogueForm form, Actor actor,
            Model model) {
        return page(before, actor, model);
    }

    @PostMapping
    String record(@Valid @ModelAttribute("catalogue") CatalogueForm form, BindingResult binding, Actor actor, Model model,
            RedirectAttributes redirect)
            throws IOException {
        if (!form.given()) {
            binding.rejectValue("file", "editor.upload.none");
        }
        if (!binding.hasErrors()) {
            try {
                var version = keeping.record(form.file().getBytes(), form.reason(), form.seen(), actor);
                redirect.addFlashAttribute("done", "catalogue.recorded");
                return "redirect:/admin/catalogue/" + version.id();
            } catch (UnreadableList e) {
                model.addAttribute("problems", e.problems());
                binding.rejectValue("file", "editor.upload.problems", new Object[]{e.problems().size()}, null);
            } catch (OptimisticLockingFailureException e) {
                binding.rejectValue("file", "catalogue.overtaken");
                changes.tell("catalogue:" + actor.scope() + "/" + newest(actor), Set.of("catalogue.recorded"), binding);
                model.addAttribute("seen", newest(actor));
            }
        }
        return page(null, actor, model);
    }

    @GetMapping("/{id:\\d{1,18}}")
    String version(@PathVariable long id, Actor actor, Model model) {
        return page(keeping.version(id, actor), model);
    }

    @GetMapping("/{id:\\d{1,18}}.yaml")
    ResponseEntity<byte[]> file(@PathVariable long id, Actor actor) {
        var version = keeping.version(id, actor);
        var name = "fugong-%s-catalogue-%d.yaml".formatted(version.province(), version.version());
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_YAML)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
                .body(version.file());
    }

    /** Draws the draft of a level from a version; one that is there already only gives way where that was said. */
    @PostMapping("/{id:\\d{1,18}}/drafts")
    String draw(@PathVariable long id, @RequestParam RiskLevel level, @RequestParam(required = false) String lock,
            @RequestParam(defaultValue = "false") boolean replace, Actor actor, Model model, RedirectAttributes redirect) {
        var version = keeping.version(id, actor);
        var seen = Typed.whole(lock).map(Integer::longValue).orElse(null);
        if (seen != null && !replace) {
            return refused(version, binding -> binding.reject("editor.upload.not-said"), model);
        }
        try {
            var draft = keeping.draw(id, level, seen, actor);
            redirect.addFlashAttribute("done", "catalogue.drawn");
            return "redirect:/admin/lists/" + draft.id();
        } catch (Refusal refusal) {
            return refused(version, binding -> binding.reject(refusal.reasons().getFirst().key()), model);
        } catch (OptimisticLockingFailureException e) {
            return refused(version, binding -> {
                binding.reject("editor.upload.overtaken");
                newest(actor.scope(), level).ifPresent(list -> standing.tell(list, binding));
            }, model);
        }
    }

    private String refused(CatalogueVersion version, Consumer<BindingResult> why, Model model) {
        var binding = new MapBindingResult(new LinkedHashMap<>(), "draw");
        why.accept(binding);
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "draw", binding);
        return page(version, model);
    }

    private String page(String before, Actor actor, Model model) {
        var found = versions.findByProvinceAndVersionLessThanOrderByVersionDesc(actor.scope(),
                Typed.whole(before).orElse(Integer.MAX_VALUE), Limit.of(PAGE + 1));
        model.addAttribute("versions", found.stream().limit(PAGE).toList());
        model.addAttribute("older", found.size() > PAGE ? found.get(PAGE - 1).version() : null);
        model.addAttribute("newest", newest(actor));
        return "condition/catalogue";
    }

    private int newest(Actor actor) {
        return versions.findFirstByProvinceOrderByVersionDesc(actor.scope()).map(CatalogueVersion::version).orElse(0);
    }

    private String page(CatalogueVersion version, Model model) {
        var contents = new LinkedHashMap<RiskLevel, ListContent>();
        for (var level : RiskLevel.values()) {
            contents.put(level, version.at(level));
        }
        model.addAttribute("version", version);
        model.addAttribute("rows", rows(contents));
        model.addAttribute("levels",
                contents.entrySet().stream().map(entry -> level(version.province(), entry.getKey(), entry.getValue())).toList());
        return "condition/catalogue-version";
    }

    private Level level(String province, RiskLevel level, ListContent content) {
        var newest = newest(province, level).orElse(null);
        return new Level(level, content.items().size(), newest,
                newest == null ? 0 : ListComparison.between(newest.content(), content).size());
    }

    private Optional<ConditionList> newest(String province, RiskLevel level) {
        return lists.findByProvinceAndLevelOrderByVersionDesc(province, level).stream().findFirst();
    }

    private static List<Row> rows(Map<RiskLevel, ListContent> contents) {
        var items = new TreeMap<String, ConditionItem>();
        contents.values().forEach(content -> content.items().forEach(item -> items.putIfAbsent(item.code(), item)));
        return items.values().stream().map(item -> {
            var uses = new ArrayList<ConditionUse>();
            contents.values().forEach(content -> uses.add(content.item(item.code()).map(ConditionItem::use).orElse(null)));
            return new Row(item, uses);
        }).toList();
    }
}
