#pragma once

#include "markup/html.h"

/// What pages are made of, under the name that pages know it by.
namespace vierkant::http {

using markup::Attribute;
using markup::Attributes;
using markup::Builder;
using markup::element;
using markup::Html;
using markup::is_safe_address;
using markup::joined;
using markup::link;
using markup::prose;
using markup::tag;
using markup::Tags;

}  // namespace vierkant::http
