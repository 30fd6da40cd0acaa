package org.activationdesk.web;

import org.activationdesk.signin.KeptForms;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where a form that was open for too long is sent once more, with all that was filled in. */
@Controller
class AgainPage {
    private final KeptForms forms;

    AgainPage(KeptForms forms) {
        this.forms = forms;
    }

    @GetMapping("/again/{form}")
    String again(@PathVariable String form, Model model) {
        KeptForms.Form kept = forms.find(form).orElseThrow(Pages.NothingThere::new);
        model.addAttribute("address", kept.address()).addAttribute("fields", kept.fields());
        return "again";
    }
}
