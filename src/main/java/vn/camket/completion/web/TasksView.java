package vn.camket.completion.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import vn.camket.completion.TaskList;
import vn.camket.completion.Tasks;

/** The home page of everyone who takes part: what to do now, and what comes after. */
@Named
@RequestScoped
public class TasksView {
    @Inject
    Tasks tasks;

    private List<TaskList> lists = List.of();

    public void open() {
        lists = tasks.own();
    }

    public List<TaskList> getLists() {
        return lists;
    }

    public boolean isIdle() {
        return lists.isEmpty();
    }
}
