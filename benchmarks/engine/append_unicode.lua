local length = 0
for round = 1, 5 do
    local text = ""
    for i = 1, 20000 do text = text .. "äß€" end
    length = length + select(2, text:gsub("[^\128-\191]", ""))
end
print(length)
