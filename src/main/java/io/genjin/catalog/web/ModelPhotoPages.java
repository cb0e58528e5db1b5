package io.genjin.catalog.web;

import io.genjin.catalog.CarModelId;
import io.genjin.catalog.CarModels;
import io.genjin.catalog.ModelPhotoDesk;
import io.genjin.picture.PictureId;
import io.genjin.picture.web.PictureAnswer;
import io.genjin.picture.web.PictureUpload;
import io.genjin.shared.Refusal;
import io.genjin.shared.web.Fields;
import io.genjin.shared.web.Screens;
import io.genjin.staff.StaffMember;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MultipartFile;

/** What a model looks like. */
@Controller
class ModelPhotoPages {

    private final ModelPhotoDesk desk;
    private final CarModels models;
    private final Screens screens;

    ModelPhotoPages(ModelPhotoDesk desk, CarModels models, Screens screens) {
        this.desk = desk;
        this.models = models;
        this.screens = screens;
    }

    @GetMapping("/catalog/photos/{id}")
    ResponseEntity<byte[]> photo(@PathVariable PictureId id, StaffMember me, WebRequest request) {
        return PictureAnswer.of(desk.photo(id, me.dealership()), request);
    }

    @GetMapping("/catalog/models/{id}/photo")
    String blank(@PathVariable CarModelId id, StaffMember me, Model page) {
        return form(id, Fields.empty(), me, page);
    }

    private String form(CarModelId id, Fields form, StaffMember me, Model page) {
        page.addAttribute("page", new ModelPhotoPage(models.get(id, me.dealership()), form));
        return "catalog/photo";
    }

    @PostMapping("/catalog/models/{id}/photo")
    String add(
            @PathVariable CarModelId id,
            @RequestParam(required = false) @Nullable MultipartFile photo,
            StaffMember me,
            Model page,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            desk.add(id, PictureUpload.bytes(photo), me);
            return "redirect:/catalog/models/" + id;
        } catch (Refusal refusal) {
            refusal.unlessNothingHere();
            response.setStatus(422);
            return form(id, Fields.of(request.getParameterMap()).refused(refusal, screens.of(request)), me, page);
        }
    }
}
