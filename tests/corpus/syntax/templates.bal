var pattern = re `^(?i-m:[^a-z\d\-\]]+?|\p{Lu}\P{sc=Latin}|${part}{2,})*\u{41}\$[]$`;
var empty = re ``;
var element = xml `<?target data?><!-- note --><ns:a b="${value}" c='&lt;&#10;'>text ${content} &amp;<![CDATA[ < ]]><d/></ns:a>`;
var mixed = xml `only text ${x}`;
var none = xml ``;
