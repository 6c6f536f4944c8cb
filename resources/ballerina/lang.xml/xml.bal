// Functions on xml.

# The namespace of the prefix `xml`.
public const string XML_NAMESPACE_URI = "http://www.w3.org/XML/1998/namespace";

# The namespace of `xmlns`.
public const string XMLNS_NAMESPACE_URI = "http://www.w3.org/2000/xmlns/";

# The name of `xml:space`.
public const string space = "{http://www.w3.org/XML/1998/namespace}space";

# The name of `xml:lang`.
public const string lang = "{http://www.w3.org/XML/1998/namespace}lang";

# The name of `xml:base`.
public const string base = "{http://www.w3.org/XML/1998/namespace}base";

# One element.
@builtinSubtype
public type Element xml;

# One processing instruction.
@builtinSubtype
public type ProcessingInstruction xml;

# One comment.
@builtinSubtype
public type Comment xml;

# Text, maybe none.
@builtinSubtype
public type Text xml;

@typeParam
type ItemType Element|Comment|ProcessingInstruction|Text;

@typeParam
type XmlType xml;

# How many items there are.
#
# + x - the sequence
# + return - its length
public isolated function length(xml x) returns int = external;

# Makes an iterator over the items.
#
# + x - the sequence
# + return - an object whose `next` gives one item after the other
public isolated function iterator(xml<ItemType> x) returns object {
    public isolated function next() returns record {|
        ItemType value;
    |}?;
} {
    return new MemberIterator(x);
}

# One item. Panics if there is none.
#
# + x - the sequence
# + i - its index
# + return - the item
public isolated function get(xml<ItemType> x, int i) returns ItemType = external;

# Joins; strings become text.
#
# + xs - the parts
# + return - one sequence
public isolated function concat((xml|string)... xs) returns xml = external;

# The name of an element.
#
# + elem - the element
# + return - the name, with `{namespace}` before it if it has one
public isolated function getName(Element elem) returns string = external;

# Gives an element another name.
#
# + elem - the element
# + xName - the name
public isolated function setName(Element elem, string xName) = external;

# The attributes.
#
# + x - the element
# + return - the map of its attributes; changing it changes the element
public isolated function getAttributes(Element x) returns map<string> = external;

# What is in an element.
#
# + elem - the element
# + return - its children
public isolated function getChildren(Element elem) returns xml = external;

# Puts other children into an element.
#
# + elem - the element
# + children - the children
public isolated function setChildren(Element elem, xml|string children) = external;

# All items below an element.
#
# + elem - the element
# + return - children, their children and so on, in the order of the document
public isolated function getDescendants(Element elem) returns xml = external;

# The text.
#
# + x - the sequence
# + return - all text in it, elements looked into
public isolated function data(xml x) returns string = external;

# The target of a processing instruction.
#
# + x - the processing instruction
# + return - its target
public isolated function getTarget(ProcessingInstruction x) returns string = external;

# What a processing instruction or a comment says.
#
# + x - the item
# + return - its content
public isolated function getContent(ProcessingInstruction|Comment x) returns string = external;

# Makes an element.
#
# + name - its name
# + attributes - its attributes
# + children - its children
# + return - the element
public isolated function createElement(string name, map<string> attributes = {}, xml children = xml ``) returns Element = external;

# Makes a processing instruction.
#
# + target - its target
# + content - its content
# + return - the item
public isolated function createProcessingInstruction(string target, string content) returns ProcessingInstruction = external;

# Makes a comment.
#
# + content - its content
# + return - the item
public isolated function createComment(string content) returns Comment = external;

# Makes text.
#
# + data - the characters
# + return - the item
public isolated function createText(string data) returns Text = external;

# A part of a sequence.
#
# + x - the sequence
# + startIndex - index of the first item
# + endIndex - index behind the last
# + return - the part
public isolated function slice(xml<ItemType> x, int startIndex, int endIndex = x.length()) returns xml<ItemType> = external;

# Takes out comments, processing instructions and text of nothing but white space.
#
# + x - the sequence
# + return - what stays
public isolated function strip(xml x) returns xml = external;

# The elements.
#
# + x - the sequence
# + nm - only those of this name
# + return - the elements in it
public isolated function elements(xml x, string? nm = ()) returns xml<Element> = external;

# The children of all elements.
#
# + x - the sequence
# + return - the children
public isolated function children(xml x) returns xml = external;

# The elements among the children of all elements.
#
# + x - the sequence
# + nm - only those of this name
# + return - the elements
public isolated function elementChildren(xml x, string? nm = ()) returns xml<Element> = external;

# The text items.
#
# + x - the sequence
# + return - the text in it
public isolated function text(xml x) returns Text = external;

# Applies a function to every item.
#
# + x - the sequence
# + func - what to apply
# + return - the results joined
public isolated function 'map(xml<ItemType> x, @isolatedParam function(ItemType item) returns XmlType func) returns xml<XmlType> {
    xml[] parts = [];
    foreach ItemType item in x {
        parts.push(func(item));
    }
    return concat(...parts);
}

# Calls a function with every item.
#
# + x - the sequence
# + func - what to call
public isolated function forEach(xml<ItemType> x, @isolatedParam function(ItemType item) returns () func) {
    foreach ItemType item in x {
        func(item);
    }
}

# Picks the items for which a function says true.
#
# + x - the sequence
# + func - what decides
# + return - the picked items
public isolated function filter(xml<ItemType> x, @isolatedParam function(ItemType item) returns boolean func) returns xml<ItemType> {
    xml[] parts = [];
    foreach ItemType item in x {
        if func(item) {
            parts.push(item);
        }
    }
    return concat(...parts);
}

# Reads XML.
#
# + s - the text
# + return - the items, or an error
public isolated function fromString(string s) returns xml|error = external;

class MemberIterator {
    private final xml items;
    private int at = 0;

    isolated function init(xml items) {
        self.items = items;
    }

    public isolated function next() returns record {|
        ItemType value;
    |}? {
        if self.at >= self.items.length() {
            return ();
        }
        ItemType value = self.items.get(self.at);
        self.at += 1;
        return {value};
    }
}
