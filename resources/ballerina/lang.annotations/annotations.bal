# How a strand runs.
public type StrandData record {|
    # its name
    string name?;
    # whether it shares the thread of its parent; this program runs all strands alike
    "parent"|"any" thread = "parent";
|};

# What tools show of a construct, with whatever else they know of.
public type DisplayData record {|
    # its name
    string label;
    # path of its picture
    string iconPath?;
    # how the value is asked for
    "text"|"password"|"file" kind?;
    # what sort of thing it is, in words of the tool
    string 'type?;
    # what tells it from others
    string id?;
    anydata...;
|};

# Says how a strand runs.
public const annotation StrandData strand on source worker;

# Says that something should not be used any more.
public const annotation deprecated on
    source type, source class, source const, source annotation, source function, source parameter,
    source object function, source field, source var, source service;

# Says what tools show.
public const annotation DisplayData display on
    source type, source class, source const, source annotation, source function, source parameter, source service,
    source external, source var, source listener, source field, source return, source worker, source client;
