#pragma once

#include "model/semantics/constant_fold.h"

namespace barre::model {

/// Arithmetic and order of decimals as decimal128 has them: 34 digits, rounded half to even, no subnormals.
Folded foldDecimals(std::string_view op, const types::DecimalText& left, const types::DecimalText& right);
/// A decimal, if it is in the range; what a literal says and what a conversion gives.
Folded decimalOf(std::string_view text);
/// The decimal that a float prints as.
Folded decimalOf(double value);
/// The nearest int, half to even.
Folded intOf(const types::DecimalText& value);

} // namespace barre::model
