#pragma once

#include "designer/forms/panel_page.h"
#include "designer/session/place.h"
#include "model/design/type_graph.h"
#include "model/edits/types.h"

class QCheckBox;
class QComboBox;
class QVBoxLayout;

namespace barre::designer {

class DesignSession;
class TextButton;
class TextField;
class TextLabel;

/// The right panel of the type diagram: the members of a type, edited in place, or the form of a new type.
/// A member is one line as it is written: `string name = "guest"`, `TEXT`, `int[]`.
class TypePanel : public PanelPage {
    Q_OBJECT

public:
    explicit TypePanel(DesignSession& session, QWidget* parent = nullptr);

    /// Shows a type of the project; an empty id says what there is to do.
    void showType(const design::SymbolId& type);
    /// The form of a type that is not there yet; nothing is written before Add.
    void startType();

Q_SIGNALS:
    void placeRequested(const barre::designer::Place& place);
    void added(const barre::design::SymbolId& type);
    void renameRequested(const barre::design::SymbolId& type);
    void deleteRequested(const barre::design::SymbolId& type);

private:
    QWidget* buildNewType();
    QWidget* buildTools();
    void complete(TextField& field, bool isInRecord);
    void refresh();
    void showHead(const design::TypeNode* node);
    void rebuildMembers(const design::TypeNode& node);
    void addMemberRow(const design::TypeNode& node, const design::TypeMember& member);
    void editMember(const std::string& name, const QString& line, TextField* field);
    void removeMember(const std::string& name);
    void addMember();
    void addType();
    bool apply(const edits::EditResult& result, const QString& label);
    const design::TypeNode* find(const design::TypeGraph& graph) const;

    DesignSession& m_session;
    design::SymbolId m_type;
    std::vector<std::string> m_memberLines;
    std::vector<TextField*> m_memberFields;
    TextLabel* m_membersTitle;
    QWidget* m_members;
    QVBoxLayout* m_rows;
    TextButton* m_addMember;
    QCheckBox* m_open;
    QCheckBox* m_public;
    TextField* m_descriptor;
    TextField* m_documentation;
    QWidget* m_tools;
    TextField* m_newName;
    QComboBox* m_newForm;
    TextField* m_newMembers;
    TextButton* m_newAdd;
    QWidget* m_newType; ///< holds the four above
};

} // namespace barre::designer
