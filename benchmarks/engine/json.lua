-- A reader and a writer of JSON in plain Lua, as libraries have them: patterns find what can be taken in one piece.
local find, sub, byte, char, format = string.find, string.sub, string.byte, string.char, string.format

local escapes = {['"'] = '\\"', ["\\"] = "\\\\", ["\b"] = "\\b", ["\f"] = "\\f", ["\n"] = "\\n", ["\r"] = "\\r", ["\t"] = "\\t"}
local function escape(c) return escapes[c] or format("\\u%04x", byte(c)) end

local function write(value, out, n)
    local kind = type(value)
    if kind == "table" then
        if value[1] ~= nil or next(value) == nil then
            out[n + 1] = "["
            n = n + 1
            for i = 1, #value do
                if i > 1 then n = n + 1; out[n] = ", " end
                n = write(value[i], out, n)
            end
            out[n + 1] = "]"
            return n + 1
        end
        local separator = "{"
        for key, member in pairs(value) do
            out[n + 1] = separator
            out[n + 2] = '"' .. key:gsub('[%c"\\]', escape) .. '":'
            n = write(member, out, n + 2)
            separator = ", "
        end
        out[n + 1] = "}"
        return n + 1
    elseif kind == "string" then
        out[n + 1] = '"' .. value:gsub('[%c"\\]', escape) .. '"'
    else
        out[n + 1] = tostring(value)
    end
    return n + 1
end

local function encode(value)
    local out = {}
    write(value, out, 0)
    return table.concat(out)
end

local unescapes = {['"'] = '"', ["\\"] = "\\", ["/"] = "/", b = "\b", f = "\f", n = "\n", r = "\r", t = "\t"}
local read

local function readString(text, at)
    local from = at + 1
    local stop = find(text, '["\\]', from)
    if byte(text, stop) == 34 then return sub(text, from, stop - 1), stop + 1 end
    local parts = {}
    while byte(text, stop) ~= 34 do
        parts[#parts + 1] = sub(text, from, stop - 1)
        local c = sub(text, stop + 1, stop + 1)
        if c == "u" then
            parts[#parts + 1] = char(tonumber(sub(text, stop + 2, stop + 5), 16))
            from = stop + 6
        else
            parts[#parts + 1] = unescapes[c] or error("bad escape")
            from = stop + 2
        end
        stop = find(text, '["\\]', from)
    end
    parts[#parts + 1] = sub(text, from, stop - 1)
    return table.concat(parts), stop + 1
end

local function readArray(text, at)
    local list, n = {}, 0
    at = find(text, "%S", at + 1)
    if byte(text, at) == 93 then return list, at + 1 end
    while true do
        n = n + 1
        list[n], at = read(text, at)
        at = find(text, "%S", at)
        local c = byte(text, at)
        if c == 93 then return list, at + 1 end
        if c ~= 44 then error("expected , or ]") end
        at = find(text, "%S", at + 1)
    end
end

local function readObject(text, at)
    local map, key = {}, nil
    at = find(text, "%S", at + 1)
    if byte(text, at) == 125 then return map, at + 1 end
    while true do
        key, at = readString(text, at)
        at = find(text, "%S", at)
        if byte(text, at) ~= 58 then error("expected :") end
        map[key], at = read(text, find(text, "%S", at + 1))
        at = find(text, "%S", at)
        local c = byte(text, at)
        if c == 125 then return map, at + 1 end
        if c ~= 44 then error("expected , or }") end
        at = find(text, "%S", at + 1)
    end
end

function read(text, at)
    local c = byte(text, at)
    if c == 34 then return readString(text, at) end
    if c == 123 then return readObject(text, at) end
    if c == 91 then return readArray(text, at) end
    if c == 116 then return true, at + 4 end
    if c == 102 then return false, at + 5 end
    if c == 110 then return nil, at + 4 end
    local _, stop = find(text, "^-?%d+%.?%d*[eE]?[+-]?%d*", at)
    return tonumber(sub(text, at, stop)), stop + 1
end

local list = {}
for i = 0, 64999 do
    list[#list + 1] = {
        id = i,
        name = "item " .. i,
        active = i % 2 == 0,
        note = 'a "quoted" word\nand another line',
        tags = {"red", "green", "blue"},
        size = {width = i % 100, height = i % 77},
    }
end
local text = encode(list)
local parsed = read(text, 1)
local again = encode(parsed)
print(#text == #again, #parsed)
