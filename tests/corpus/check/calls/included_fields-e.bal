type Options record {|
    int size;
    never shape?;
|};

type Strict record {|
    int size;
|};

function plain(int other, *Options options) returns int => other + options.size;

function named(int size, *Options options) returns int => size + options.size; // @error ParamFieldNotUnique

function twice(*Options options, *Strict strict) returns int => options.size + strict.size; // @error ParamFieldNotUnique

function allowed(int shape, *Options options) returns int => shape + options.size;

class Holder {
    function named(int size, *Options options) returns int => size + options.size; // @error ParamFieldNotUnique
}
