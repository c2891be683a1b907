package vn.camket.organization.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.primefaces.event.NodeExpandEvent;
import org.primefaces.model.DefaultTreeNode;
import org.primefaces.model.TreeNode;
import vn.camket.organization.AgencyNode;
import vn.camket.organization.OrganizationBrowsing;

/** The tree of agencies: the tops of the scope opened once, everything below loaded when it is opened. */
@Named
@ViewScoped
public class AgenciesView implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    transient OrganizationBrowsing browsing;

    private @Nullable String search;
    private TreeNode<AgencyNode> tree = new DefaultTreeNode<>();
    private List<AgencyNode> found = List.of();

    public void open() {
        if (isSearching()) {
            found = browsing.search(search == null ? "" : search);
            return;
        }
        for (var top : browsing.tops()) {
            var node = add(tree, top);
            load(node);
            node.setExpanded(true);
        }
    }

    public void expand(NodeExpandEvent event) {
        @SuppressWarnings("unchecked")
        var node = (TreeNode<AgencyNode>) event.getTreeNode();
        load(node);
        node.setExpanded(true);
    }

    private void load(TreeNode<AgencyNode> node) {
        node.getChildren().clear();
        browsing.children(node.getData().id()).forEach(child -> add(node, child));
    }

    /** Something below it waits to be loaded: a child without data makes the row one that opens. */
    private static TreeNode<AgencyNode> add(TreeNode<AgencyNode> parent, AgencyNode agency) {
        var node = new DefaultTreeNode<AgencyNode>(agency, parent);
        if (agency.hasChildren()) {
            new DefaultTreeNode<AgencyNode>(null, node);
        }
        return node;
    }

    public boolean isSearching() {
        return search != null && !search.isBlank();
    }

    public TreeNode<AgencyNode> getTree() {
        return tree;
    }

    public List<AgencyNode> getFound() {
        return found;
    }

    public boolean isNone() {
        return isSearching() ? found.isEmpty() : tree.getChildCount() == 0;
    }

    public @Nullable String getSearch() {
        return search;
    }

    public void setSearch(@Nullable String search) {
        this.search = search;
    }
}
