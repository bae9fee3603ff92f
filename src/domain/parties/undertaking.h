#pragma once

#include "base/money.h"
#include "base/rate.h"
#include "domain/parties/activity.h"
#include "domain/parties/identifiers.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vierkant::parties {

enum class LegalForm {
    private_company,      ///< bv
    public_company,       ///< nv
    sole_trader,          ///< eenmanszaak
    partnership,          ///< vof, maatschap
    limited_partnership,  ///< cv
    cooperative,          ///< coöperatie
    foundation,           ///< stichting
    association,          ///< vereniging
    foreign,              ///< a legal form of another country
};

/// The place of business where the jobs arise (vestiging).
struct Address {
    std::string street;
    std::string house_number;
    std::string postcode;  ///< as Postcode keeps it
    std::string place;
    MunicipalityCode municipality;
    friend bool operator==(const Address&, const Address&) = default;
};

/// Of the last approved accounts.
struct Figures {
    std::int64_t headcount = 0;  ///< annual work units, whole
    Money turnover;
    Money balance_total;
    friend bool operator==(const Figures&, const Figures&) = default;
};

/// How another undertaking belongs to this one (Recommendation 2003/361/EC, annex, art. 3).
enum class Tie {
    parent,   ///< controls us: counts in full
    linked,   ///< under the same control: counts in full
    partner,  ///< holds or is held for 25 % to 50 %: counts pro rata
};

struct Relation {
    KvkNumber kvk;
    std::string name;
    Tie tie = Tie::linked;
    Rate holding;                    ///< the share held; for partners
    std::optional<Figures> figures;  ///< empty: not known yet
    friend bool operator==(const Relation&, const Relation&) = default;
};

/// A company as we know it (onderneming).
struct Undertaking {
    std::string name;
    KvkNumber kvk;
    std::optional<Rsin> rsin;
    std::optional<VatId> vat_id;
    std::optional<Iban> iban;
    LegalForm legal_form = LegalForm::private_company;
    SbiVersion sbi_version = SbiVersion::sbi_2008;
    ActivityCode sbi_main;
    std::vector<ActivityCode> sbi_side;
    Address address;
    std::optional<Figures> figures;
    std::vector<Relation> relations;
    bool road_freight_for_hire = false;    ///< carries goods by road for others: a lower ceiling until 2023
    bool insolvent = false;                ///< in collective insolvency proceedings, or meets their criteria
    bool held_by_public_bodies = false;    ///< 25 % or more: not an SME
    bool has_primary_agriculture = false;  ///< also active in primary agriculture, fishery or aquaculture
    friend bool operator==(const Undertaking&, const Undertaking&) = default;
};

/// Size by staff and by turnover or balance total (Recommendation 2003/361/EC; Regulation 651/2014, annex I).
enum class SizeClass { micro, small, medium, large };

std::string_view name_of(SizeClass size);  ///< for files: "medium"
Word word_for(SizeClass size);             ///< for people

/// The undertaking's figures with its group: parents and linked ones in full, partners pro rata.
/// In millionths of a person, so that a share of a headcount is exact; amounts are rounded half up per partner.
struct GroupFigures {
    std::int64_t headcount_millionths = 0;
    Money turnover;
    Money balance_total;
};

/// Empty where the figures of the undertaking or of one of its group are missing.
std::optional<GroupFigures> group_figures(const Undertaking& undertaking);

/// The size of this year's accounts. A change of class only counts after two years in a row: that needs earlier
/// accounts, and is for a person to weigh. Empty where figures are missing.
std::optional<SizeClass> size_class(const Undertaking& undertaking);

}  // namespace vierkant::parties
