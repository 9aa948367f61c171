//! Values whose methods give new ones, as extension functions beside the generated class. Options are arguments here.

use crate::{PACKAGE, Source, docs, facade, names};
use uploadcare_facades::{Definitions, Kind, Member, Operation, Outcome, Resource, Shape};

/// The functions of a value.
///
/// Errors: an option that is named as an argument, or an operation that gives something else.
pub fn functions(value: &Resource, definitions: &Definitions) -> Result<Source, String> {
    let mut out = Source::new(&format!("{PACKAGE}.model"));
    out.uses.insert(format!("{PACKAGE}.native"));
    for (place, operation) in value.operations.iter().enumerate() {
        if place > 0 {
            out.line(0, "");
        }
        let wrong = |problem: String| Err(format!("{}::{}: {problem}", value.name, operation.name));
        if operation.result != Outcome::Own {
            return wrong("it gives something else than its own kind".to_owned());
        }
        let options = options(operation, definitions);
        let mut given = operation.parameters.iter();
        if let Some(twice) = given.find(|it| options.iter().any(|option| option.name == it.name)) {
            return wrong(format!("`{}` is an argument and an option", twice.name));
        }
        function(&mut out, value, operation, options, definitions);
    }
    Ok(out)
}

/// The options of an operation, one by one.
pub fn options<'a>(operation: &Operation, definitions: &'a Definitions) -> &'a [Member] {
    let record = operation.options.as_ref().and_then(|name| definitions.options.get(name));
    record.map_or(&[], |record| &record.fields)
}

/// A name as it stands in code: some are words of the language.
pub fn member(name: &str) -> String {
    match names::member(name) {
        word if ["as", "in", "is", "object", "when"].contains(&word.as_str()) => {
            format!("`{word}`")
        }
        name => name,
    }
}

fn function(
    out: &mut Source,
    value: &Resource,
    operation: &Operation,
    options: &[Member],
    definitions: &Definitions,
) {
    for line in docs::operation(0, operation, options, definitions) {
        out.line(0, &line);
    }
    let mut parameters = Vec::new();
    let mut arguments = vec!["this".to_owned()];
    let mut file = None;
    for (place, parameter) in operation.parameters.iter().enumerate() {
        let name = member(&parameter.name);
        let (ty, argument) = match &parameter.kind {
            Kind::File => {
                file = Some(place);
                ("String", name.clone())
            }
            Kind::Group | Kind::Text => ("String", name.clone()),
            Kind::Files | Kind::Texts => ("Iterable<String>", format!("{name}.toList()")),
            Kind::Integer => ("Long", name.clone()),
            Kind::Boolean => ("Boolean", name.clone()),
            Kind::Length => ("Length", name.clone()),
            Kind::Lengths => {
                parameters.push(format!("vararg {name}: Length"));
                arguments.push(format!("{name}.toList()"));
                continue;
            }
            Kind::Enum(of) => (of.as_str(), name.clone()),
        };
        parameters.push(format!("{name}: {ty}"));
        arguments.push(argument);
    }
    let mut within = Vec::new();
    for option in options {
        let name = member(&option.name);
        let (ty, argument) = match inner(&option.shape) {
            Shape::List(item) => {
                (format!("Iterable<{}>", names::ty(item)), format!("{name}?.toList()"))
            }
            shape => (names::ty(shape), name.clone()),
        };
        parameters.push(format!("{name}: {ty}? = null"));
        within.push(argument);
    }
    if let Some(record) = &operation.options {
        arguments.push(format!("{record}({})", within.join(", ")));
    }
    let native = names::member(&format!("{}_{}", value.field, operation.name));
    out.uses.insert(format!("{PACKAGE}.internal.{native}"));
    let name = names::member(&operation.name);
    let head = format!("public fun {}.{name}", value.name);
    let body = ["native".to_owned(), format!("{native}({})", arguments.join(", "))];
    facade::function(out, 0, &head, &parameters, &value.name, &body);
    let Some(place) = file else { return };
    for (ty, package, text) in facade::FILES {
        out.uses.insert(format!("{package}.{ty}"));
        let own = member(&operation.parameters[place].name);
        let mut parameters = parameters.clone();
        parameters[place] = format!("{own}: {ty}");
        let names = operation.parameters.iter().map(|parameter| &parameter.name);
        let names = names.chain(options.iter().map(|option| &option.name)).map(|name| member(name));
        let arguments: Vec<_> =
            names.map(|name| if name == own { format!("{own}.{text}") } else { name }).collect();
        out.line(0, "");
        out.line(0, &format!("/** As [{name}], by [{ty}]. */"));
        let call = format!("{name}({})", arguments.join(", "));
        facade::function(out, 0, &head, &parameters, &value.name, &[call]);
    }
}

fn inner(shape: &Shape) -> &Shape {
    match shape {
        Shape::Optional(inner) => inner,
        shape => shape,
    }
}
