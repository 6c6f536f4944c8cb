// Bodies of the instructions on strings, lists, mappings, tables, objects and iterators. Included inside
// Interpreter::run only.

TARGET(CONCAT) {
    SAVE;
    if (!heap.hasRoomFor(size_t(B.string()->byteLength) + C.string()->byteLength)) [[unlikely]]
        heap.collectAll();
    A = Value::of(concat(heap, B.string(), C.string()));
    NEXT;
}
TARGET(CONCAT_MANY) {
    SLOW(concatMany(A, &B, i->c));
}
TARGET(TO_STRING) {
    SLOW(concatMany(A, &B, 1));
}
TARGET(STRING_LENGTH) {
    SET_INT(A, B.string()->length);
    NEXT;
}
TARGET(STRING_GET) {
    SLOW(stringGet(A, B, C.integer));
}

TARGET(NEW_LIST) {
    const TypeInfo* type = vm.m_types[pc++->wide()];
    SLOW(newList(A, &B, i->c, type));
}
TARGET(NEW_LIST_FILLED) {
    List* list = makeList(heap, vm.m_types[i->c]);
    const int64_t length = B.integer;
    A = Value::of(list);
    SLOW(fillList(list, length, false));
}
TARGET(LIST_GET) {
    const List* list = B.list();
    const uint64_t index = C.payload;
    if (index < list->length) [[likely]] {
        if (list->kind() == ListStorage::Values) {
            COPY(A, list->values[index]);
            NEXT;
        }
        if (list->kind() == ListStorage::Ints) {
            SET_INT(A, list->ints[index]);
            NEXT;
        }
    }
    SLOW(listGet(A, B, int64_t(index)));
}
TARGET(LIST_GET_K) {
    const List* list = B.list();
    const uint64_t index = uint64_t(int64_t(i->immediate()));
    if (index < list->length && list->kind() == ListStorage::Values) [[likely]] {
        COPY(A, list->values[index]);
        NEXT;
    }
    SLOW(listGet(A, B, int64_t(index)));
}
TARGET(LIST_GET_INT) {
    const List* list = B.list();
    const uint64_t index = C.payload;
    if (index < list->length && list->kind() == ListStorage::Ints) [[likely]] {
        SET_INT(A, list->ints[index]);
        NEXT;
    }
    SLOW(listGet(A, B, int64_t(index)));
}
TARGET(LIST_GET_FLOAT) {
    const List* list = B.list();
    const uint64_t index = C.payload;
    if (index < list->length && list->kind() == ListStorage::Floats) [[likely]] {
        SET_FLOAT(A, list->floats[index]);
        NEXT;
    }
    SLOW(listGet(A, B, int64_t(index)));
}
TARGET(LIST_SET) {
    List* list = A.list();
    const uint64_t index = B.payload;
    if (index < list->length && list->kind() == ListStorage::Values && !list->isReadonly() &&
        ((list->type->memberAt(index).wholeBits >> C.bits) & 1)) [[likely]] {
        COPY(list->values[index], C);
        WROTE(C);
        NEXT;
    }
    SLOW(listSet(A, int64_t(index), C));
}
TARGET(LIST_SET_INT) {
    List* list = A.list();
    const uint64_t index = B.payload;
    if (index < list->length && list->kind() == ListStorage::Ints && !list->isReadonly() &&
        list->type->storesAnyInt) [[likely]] {
        list->ints[index] = C.integer;
        NEXT;
    }
    SLOW(listSet(A, int64_t(index), C));
}
TARGET(LIST_SET_FLOAT) {
    List* list = A.list();
    const uint64_t index = B.payload;
    if (index < list->length && list->kind() == ListStorage::Floats && !list->isReadonly() &&
        list->type->storesAnyFloat) [[likely]] {
        list->floats[index] = C.floating;
        NEXT;
    }
    SLOW(listSet(A, int64_t(index), C));
}
TARGET(LIST_FILL_GET) {
    const List* list = B.list();
    const uint64_t index = C.payload;
    if (index < list->length && list->kind() == ListStorage::Values) [[likely]] {
        COPY(A, list->values[index]);
        NEXT;
    }
    SLOW(listFillGet(A, B, int64_t(index)));
}
TARGET(LIST_LENGTH) {
    SET_INT(A, B.list()->length);
    NEXT;
}
TARGET(LIST_PUSH) {
    List* list = A.list();
    if (list->length < list->capacity && !list->isReadonly() && list->length >= list->type->fixedLength &&
        ((list->type->rest.wholeBits >> B.bits) & 1)) [[likely]] {
        if (list->kind() == ListStorage::Values) {
            COPY(list->values[list->length], B);
            ++list->length;
            WROTE(B);
            NEXT;
        }
        if (list->kind() != ListStorage::Bytes) {
            list->ints[list->length++] = B.integer;
            NEXT;
        }
    }
    SLOW(listPush(A, B));
}
TARGET(LIST_APPEND_ALL) {
    SLOW(listAppendAll(A, B));
}
TARGET(LIST_SLICE_FROM) {
    SLOW(listSliceFrom(A, B, i->immediate()));
}

TARGET(LIST_REST) {
    const TypeInfo* type = vm.m_types[pc++->wide()];
    SLOW(listRest(A, B, i->immediate(), type));
}

TARGET(NEW_MAPPING) {
    SLOW(newMapping(A, &B, vm.m_recordShapes[i->c], vm.program().recordShapes[i->c]));
}
TARGET(NEW_MAP) {
    SAVE;
    A = Value::of(makeMap(heap, vm.m_types[i->wide()]));
    NEXT;
}
TARGET(FIELD_GET) {
    const Instruction* cache = pc++;
    Mapping* mapping = B.mapping();
    if (!mapping->isDictionary()) [[likely]] {
        if (cache->wide() == mapping->shape->id) [[likely]] {
            COPY(A, mapping->slots()[cache->a]);
            NEXT;
        }
        const int slot = mapping->shape->find(vm.m_names[i->c]);
        if (slot >= 0) {
            fillCache(cache, mapping->shape->id, uint16_t(slot));
            COPY(A, mapping->slots()[slot]);
            NEXT;
        }
    }
    SLOW(fieldGet(A, B, vm.m_names[i->c]));
}
TARGET(FIELD_SET) {
    const Instruction* cache = pc++;
    Mapping* mapping = A.mapping();
    if (!mapping->isDictionary() && !mapping->isReadonly()) [[likely]] {
        if (cache->wide() == mapping->shape->id) [[likely]] {
            const SlotInfo& slot = *mapping->shape->slots[cache->a];
            if (((slot.wholeBits >> B.bits) & 1) && !slot.isReadonly) [[likely]] {
                COPY(mapping->slots()[cache->a], B);
                WROTE(B);
                NEXT;
            }
        } else if (const int slot = mapping->shape->find(vm.m_names[i->c]); slot >= 0) {
            fillCache(cache, mapping->shape->id, uint16_t(slot));
        }
    }
    SLOW(fieldSet(A, vm.m_names[i->c], B, false));
}
TARGET(FIELD_FILL_GET) {
    SLOW(fieldFillGet(A, B, vm.m_names[i->c]));
}
TARGET(MAPPING_GET) {
    if (Value* found = find(B.mapping(), C.string())) {
        COPY(A, *found);
    } else {
        SET(A, Tag::Nil, 0);
    }
    NEXT;
}
TARGET(MAPPING_SET) {
    SLOW(fieldSet(A, B.string(), C, false));
}
TARGET(MAPPING_FILL_GET) {
    SLOW(fieldFillGet(A, B, C.string()));
}
TARGET(MAPPING_INIT) {
    SLOW(fieldSet(A, B.string(), C, true));
}
TARGET(MAPPING_SPREAD) {
    SLOW(mappingSpread(A, B));
}
TARGET(MAPPING_REST) {
    const TypeInfo* type = vm.m_types[pc++->wide()];
    SLOW(mappingRest(A, B, C, type));
}
TARGET(MAPPING_HAS) {
    const bool has = find(B.mapping(), vm.m_names[i->c]) != nullptr;
    SET_BOOLEAN(A, has);
    NEXT;
}
TARGET(FIELD_REMOVE) {
    SLOW(fieldRemove(A, B, vm.m_names[i->c]));
}
TARGET(MEMBER_GET) {
    SLOW(memberGet(A, B, C));
}
TARGET(MEMBER_SET) {
    SLOW(memberSet(A, B, C));
}
TARGET(LAX_FIELD_GET) {
    SLOW(laxFieldGet(A, B, vm.m_names[i->c], false));
}
TARGET(LAX_FIELD_GET_OPTIONAL) {
    SLOW(laxFieldGet(A, B, vm.m_names[i->c], true));
}

TARGET(NEW_TABLE) {
    const TypeInfo* type = vm.m_types[pc++->wide()];
    SLOW(newTable(A, &B, i->c, type));
}
TARGET(TABLE_GET) {
    const Table* table = B.as<Table>();
    const int64_t row = findRow(table, C);
    if (row >= 0) {
        COPY(A, table->rows[size_t(row)].row);
    } else {
        SET(A, Tag::Nil, 0);
    }
    NEXT;
}
TARGET(TABLE_SET) {
    SLOW(memberSet(A, B, C));
}

TARGET(NEW_OBJECT) {
    SAVE;
    A = Value::of(makeObject(heap, vm.m_classes[i->wide()].get()));
    NEXT;
}
TARGET(SLOT_GET) {
    COPY(A, B.as<Object>()->slots()[i->immediate()]);
    NEXT;
}
TARGET(SLOT_SET) {
    COPY(A.as<Object>()->slots()[i->immediate()], B);
    WROTE(B);
    NEXT;
}
TARGET(OBJECT_GET) {
    const Instruction* cache = pc++;
    Object* object = B.as<Object>();
    if (cache->wide() == object->info->id) [[likely]] {
        COPY(A, object->slots()[cache->a]);
        NEXT;
    }
    const auto slot = object->info->slotOf.find(vm.m_names[i->c]);
    SLOW_UNLESS(slot != object->info->slotOf.end(), fail("{ballerina}NoSuchField", vm.m_names[i->c]->view()));
    fillCache(cache, object->info->id, uint16_t(slot->second));
    COPY(A, object->slots()[slot->second]);
    NEXT;
}
TARGET(OBJECT_SET) {
    const Instruction* cache = pc++;
    Object* object = A.as<Object>();
    if (cache->wide() == object->info->id) [[likely]] {
        COPY(object->slots()[cache->a], B);
        WROTE(B);
        NEXT;
    }
    SLOW(objectSet(A, vm.m_names[i->c], B, cache));
}

TARGET(ITERATE) {
    SLOW(iterate(A, B));
}
TARGET(ITERATE_NEXT) {
    SAVE;
    bool isEnd = false;
    if (!iterateNext(A.as<Iterator>(), B, isEnd)) [[unlikely]]
        goto raising;
    if (isEnd)
        pc += i->immediate();
    NEXT;
}
TARGET(NEW_RANGE) {
    SAVE;
    const TypeInfo* type = vm.m_types[pc++->wide()];
    A = vm.m_ranges->make(type, B.integer, C.integer);
    NEXT;
}
TARGET(NEW_STREAM) {
    const TypeInfo* type = vm.m_types[pc++->wide()];
    SLOW(newStream(A, B, type));
}
