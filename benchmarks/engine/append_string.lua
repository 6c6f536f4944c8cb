local length = 0
for round = 1, 5 do
    local text = ""
    for i = 1, 20000 do text = text .. "abc" end
    length = length + #text
end
print(length)
